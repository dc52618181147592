// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace gbs::widgets {

/// The progress of a background job, as plain values.
struct JobState {
    enum class Phase { waiting, running, pausing, paused, cancelling, finished, cancelled, failed };

    QString title;  ///< "Report of 120 photos"
    Phase phase = Phase::waiting;
    int done = 0;
    int total = 0;  ///< 0 while unknown
    int failed = 0;
    double rate = 0;           ///< photos per second; 0 while unknown
    double seconds_left = -1;  ///< negative while unknown
    QString outcome;           ///< the result, or the error
    QString path;              ///< the file or folder it wrote; empty if there is nothing to open

    bool ended() const { return phase >= Phase::finished; }
    bool is_paused() const { return phase == Phase::pausing || phase == Phase::paused; }
    int percent() const { return total > 0 ? static_cast<int>(100.0 * done / total) : 0; }
};

/// One line such as "12 of 340 photos, 8.3 per second, 40 s left, 2 failed".
QString describe(const JobState& state);

}  // namespace gbs::widgets
