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

/// Options by group, with a search over keys and documentation and a view of the changed ones alone. Knows
/// the fields as plain values only; what an edit means is decided by who listens.
class OptionsForm : public QWidget {
    Q_OBJECT

 public:
    explicit OptionsForm(QWidget* parent = nullptr);

    /// Replaces all fields; search and view stay. Where the keys are those of before, the values change only.
    void set_fields(const QVector<OptionField>& fields);
    void set_value(const QString& key, const QString& value);
    QString value(const QString& key) const;
    /// Shows a problem at its field; false where there is no such field.
    bool set_problem(const QString& key, const QString& problem);
    void clear_problems();
    /// Shows the field whatever the filters say, and puts the cursor there.
    void go_to(const QString& key);

    OptionRow* row(const QString& key) const { return rows_.value(key); }
    QLineEdit* search() const { return search_; }
    QCheckBox* only_changed() const { return only_changed_; }
    QStringList shown_keys() const;

 Q_SIGNALS:
    void edited(const QString& key, const QString& value);

 private:
    struct Group {
        QLabel* heading;
        QStringList keys;
    };

    void rebuild(const QVector<OptionField>& fields);
    void filter();

    QLineEdit* search_;
    QCheckBox* only_changed_;
    QScrollArea* area_;
    QLabel* nothing_;
    QStringList order_;
    QMap<QString, OptionRow*> rows_;
    QVector<Group> groups_;
};

}  // namespace gbs::widgets
