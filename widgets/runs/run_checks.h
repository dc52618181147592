// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>
#include <QListWidget>
#include <QStringList>
#include <QWidget>

namespace gbs::widgets {

/// Check boxes that choose runs, with a filter by text.
class RunChecks : public QWidget {
    Q_OBJECT

 public:
    explicit RunChecks(QWidget* parent = nullptr);

    /// The folders of runs, and those that are checked.
    void set_runs(const QStringList& folders, const QStringList& checked);
    QLineEdit* filter() const { return filter_; }
    QListWidget* list() const { return list_; }

 Q_SIGNALS:
    void checked_changed(const QStringList& folders);  ///< by the user, the latest last

 private:
    void apply_filter();
    void take_check(const QListWidgetItem* item);

    QLineEdit* filter_;
    QListWidget* list_;
    QStringList checked_;
};

}  // namespace gbs::widgets
