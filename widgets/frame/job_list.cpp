// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/frame/job_list.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/frame/job_row.h"

namespace gbs::widgets {

QString job_row_name(int id) {
    return QStringLiteral("job %1").arg(id);
}

JobList::JobList(QWidget* parent) : QWidget(parent) {
    auto* const empty = new QLabel(tr("The progress of exports and reports appears here."));
    empty->setForegroundRole(QPalette::PlaceholderText);
    empty->setWordWrap(true);
    empty->setContentsMargins(10, 8, 10, 8);
    empty_ = empty;
    auto* const rows = new QWidget;
    layout_ = new QVBoxLayout(rows);
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
    layout_->addWidget(empty_);
    layout_->addStretch();
    auto* const scroll = new QScrollArea;
    scroll->setWidget(rows);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setAccessibleName(tr("Background jobs"));
}

void JobList::set_job(int id, const JobState& state) {
    JobRow*& row = rows_[id];
    const bool ends = row && state.ended() && !row->ended();
    if (!row) {
        row = new JobRow;
        row->setObjectName(job_row_name(id));
        layout_->insertWidget(active_rows() - 1, row);  // the count includes the new row
        connect(row, &JobRow::pause_requested, this, [this, id] { Q_EMIT pause_requested(id); });
        connect(row, &JobRow::resume_requested, this, [this, id] { Q_EMIT resume_requested(id); });
        connect(row, &JobRow::cancel_requested, this, [this, id] { Q_EMIT cancel_requested(id); });
        connect(row, &JobRow::open_requested, this, [this, id] { Q_EMIT open_requested(id); });
        connect(row, &JobRow::dismissed, this, [this, id] { Q_EMIT dismissed(id); });
    }
    row->set_state(state);
    // Below the active jobs, above those that ended earlier.
    if (ends) {
        layout_->removeWidget(row);
        layout_->insertWidget(active_rows(), row);
    }
    empty_->hide();
}

int JobList::active_rows() const {
    return static_cast<int>(
        std::ranges::count_if(rows_, [](const JobRow* row) { return row && !row->ended(); }));
}

void JobList::remove_job(int id) {
    // Later, because the request may come from a button in that row.
    if (JobRow* const row = rows_.take(id)) {
        row->setObjectName({});
        row->deleteLater();
    }
    empty_->setVisible(rows_.isEmpty());
}

}  // namespace gbs::widgets
