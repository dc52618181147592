// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/frame/job_state.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace gbs::widgets {

namespace {

struct JobWords {
    Q_DECLARE_TR_FUNCTIONS(JobWords)
};

QString duration(double seconds) {
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole >= 3600) return JobWords::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
    if (whole >= 60) return JobWords::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return JobWords::tr("%1 s").arg(whole);
}

QString progress(const JobState& state) {
    if (state.total == 0) return JobWords::tr("Preparing…");
    const QLocale locale;
    QStringList parts{
        JobWords::tr("%1 of %n photo(s)", nullptr, state.total).arg(locale.toString(state.done))};
    const bool ended = state.ended();
    if (state.rate > 0 && !ended && !state.is_paused())
        parts << JobWords::tr("%1/s").arg(locale.toString(state.rate, 'f', 1));
    if (state.seconds_left >= 0 && state.done < state.total && !ended)
        parts << JobWords::tr("%1 left").arg(duration(state.seconds_left));
    if (state.failed > 0) parts << JobWords::tr("%n failed", nullptr, state.failed);
    return parts.join(JobWords::tr(", ", "between parts of a list"));
}

}  // namespace

QString describe(const JobState& state) {
    switch (state.phase) {
        case JobState::Phase::waiting:
            return JobWords::tr("Waiting for other jobs");
        case JobState::Phase::pausing:
            return JobWords::tr("Pausing…");
        case JobState::Phase::paused:
            return JobWords::tr("Paused. %1").arg(progress(state));
        case JobState::Phase::cancelling:
            return JobWords::tr("Canceling…");
        case JobState::Phase::cancelled:
            return state.total == 0 ? JobWords::tr("Canceled.")
                                    : JobWords::tr("Canceled. %1").arg(progress(state));
        case JobState::Phase::finished:
        case JobState::Phase::failed:
            return state.outcome;
        case JobState::Phase::running:
            break;
    }
    return progress(state);
}

}  // namespace gbs::widgets
