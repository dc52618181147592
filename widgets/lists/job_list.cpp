// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/job_list.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "widgets/lists/job_row.h"

namespace gbs::widgets {

namespace {

QString duration(double seconds) {
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole >= 3600) return JobList::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
    if (whole >= 60) return JobList::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return JobList::tr("%1 s").arg(whole);
}

QString progress(const JobState& state) {
    if (state.total == 0) return JobList::tr("Preparing…");
    const QLocale locale;
    QStringList parts{
        JobList::tr("%1 of %n photo(s)", nullptr, state.total).arg(locale.toString(state.done))};
    const bool ended = state.ended();
    if (state.rate > 0 && !ended)
        parts << JobList::tr("%1 a second").arg(locale.toString(state.rate, 'f', 1));
    if (state.seconds_left >= 0 && state.done < state.total && !ended)
        parts << JobList::tr("%1 left").arg(duration(state.seconds_left));
    if (state.failed > 0) parts << JobList::tr("%n failed", nullptr, state.failed);
    return parts.join(JobList::tr(", ", "between parts of a list"));
}

}  // namespace

QString describe(const JobState& state) {
    switch (state.phase) {
        case JobState::Phase::waiting:
            return JobList::tr("Waits for the work before it");
        case JobState::Phase::cancelling:
            return JobList::tr("Ending…");
        case JobState::Phase::cancelled:
            return state.total == 0 ? JobList::tr("Cancelled.")
                                    : JobList::tr("Cancelled. %1").arg(progress(state));
        case JobState::Phase::finished:
        case JobState::Phase::failed:
            return state.outcome;
        case JobState::Phase::running:
            break;
    }
    return progress(state);
}

JobList::JobList(QWidget* parent) : QWidget(parent) {
    auto* const empty = new QLabel(tr("Exports and reports show their progress here."));
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
    setAccessibleName(tr("Work in the background"));
}

void JobList::set_job(int id, const JobState& state) {
    JobRow*& row = rows_[id];
    const bool ends = row && state.ended() && !row->ended();
    if (!row) {
        row = new JobRow;
        layout_->insertWidget(active_rows() - 1, row);  // it counts itself
        connect(row->cancel_button(), &QToolButton::clicked, this,
                [this, id] { Q_EMIT cancel_requested(id); });
        connect(row->open_button(), &QToolButton::clicked, this, [this, id] { Q_EMIT open_requested(id); });
        connect(row->dismiss_button(), &QToolButton::clicked, this, [this, id] { Q_EMIT dismissed(id); });
    }
    row->set_state(state);
    // Below those at work, above those that ended before.
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
    // Its own button may have asked for this.
    if (JobRow* const row = rows_.take(id)) row->deleteLater();
    empty_->setVisible(rows_.isEmpty());
}

}  // namespace gbs::widgets
