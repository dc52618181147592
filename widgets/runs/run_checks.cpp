// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/runs/run_checks.h"

#include <QFileInfo>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gbs::widgets {

namespace {
constexpr int folder_role = Qt::UserRole;
}

RunChecks::RunChecks(QWidget* parent) : QWidget(parent), filter_(new QLineEdit), list_(new QListWidget) {
    filter_->setPlaceholderText(tr("Filter the runs"));
    filter_->setAccessibleName(tr("Filter the runs"));
    filter_->setClearButtonEnabled(true);
    list_->setAccessibleName(tr("Runs to compare with"));
    list_->setToolTip(tr("Checked runs are drawn over the selected one"));
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(filter_, &QLineEdit::textChanged, this, &RunChecks::apply_filter);
    connect(list_, &QListWidget::itemChanged, this, &RunChecks::take_check);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(filter_);
    layout->addWidget(list_, 1);
}

void RunChecks::set_runs(const QStringList& folders, const QStringList& checked) {
    const QSignalBlocker no_changes(list_);
    checked_ = checked;
    QStringList listed;
    for (int row = 0; row < list_->count(); ++row) listed << list_->item(row)->data(folder_role).toString();
    // The same runs keep their rows, so that the list does not move under the pointer.
    if (listed != folders) {
        list_->clear();
        for (const QString& folder : folders) {
            auto* const item = new QListWidgetItem(QFileInfo(folder).fileName(), list_);
            item->setData(folder_role, folder);
            item->setToolTip(folder);
        }
    }
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem* const item = list_->item(row);
        item->setCheckState(checked.contains(item->data(folder_role).toString()) ? Qt::Checked
                                                                                 : Qt::Unchecked);
    }
    apply_filter();
}

void RunChecks::apply_filter() {
    const QStringList words = filter_->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem* const item = list_->item(row);
        bool matches = true;
        for (const QString& word : words)
            matches = matches && item->text().contains(word, Qt::CaseInsensitive);
        // A checked run is drawn: it stays in sight.
        item->setHidden(!matches && item->checkState() != Qt::Checked);
    }
}

void RunChecks::take_check(const QListWidgetItem* item) {
    const QString folder = item->data(folder_role).toString();
    checked_.removeAll(folder);
    if (item->checkState() == Qt::Checked) checked_ << folder;
    Q_EMIT checked_changed(checked_);
}

}  // namespace gbs::widgets
