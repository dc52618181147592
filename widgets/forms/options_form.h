// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QLineEdit>
#include <QMap>
#include <QScrollArea>
#include <QVector>

#include "widgets/forms/option_row.h"

class QVBoxLayout;

namespace gbs::widgets {

/// Options by group, with a search over labels, keys and descriptions, and filters: the basic options alone unless
/// "Advanced" is checked, and those that have changed. Fields are
/// plain values; the owner handles edits.
class OptionsForm : public QWidget {
    Q_OBJECT

 public:
    explicit OptionsForm(QWidget* parent = nullptr);

    /// Replaces all fields and keeps the filters. Updates only the values if keys and defaults are unchanged.
    void set_fields(const QVector<OptionField>& fields);
    void set_value(const QString& key, const QString& value);
    QString value(const QString& key) const;
    /// Shows a problem at its field. Returns false if there is no such field.
    bool set_problem(const QString& key, const QString& problem);
    void clear_problems();
    /// Shows and focuses the field, clearing the filters if they hide it.
    void go_to(const QString& key);

    OptionRow* row(const QString& key) const { return rows_.value(key); }

 Q_SIGNALS:
    void edited(const QString& key, const QString& value);

 private:
    struct Group {
        QLabel* heading;
        QStringList keys;
    };

    void rebuild(const QVector<OptionField>& fields);
    void filter();
    bool passes(const OptionRow& row) const;

    QLineEdit* search_;
    QCheckBox *only_changed_, *advanced_;
    QScrollArea* area_;
    QLabel* nothing_;
    QStringList order_;
    QMap<QString, OptionRow*> rows_;
    QVector<Group> groups_;
};

}  // namespace gbs::widgets
