// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QVector>

// Training runs as plain values.
namespace gbs::widgets {

/// The condition of a run: the reported state, checked against whether the trainer is still alive.
enum class RunCondition {
    starting,  ///< a trainer was started and has not reported yet
    running,
    paused,
    stopping,
    stopped,  ///< stopped with a checkpoint before the last step
    completed,
    failed,     ///< the trainer reported an error
    died,       ///< the trainer disappeared without an error
    unreadable  ///< the status cannot be read
};

struct RunRow {
    QString folder;  ///< absolute path
    QString name;
    RunCondition condition = RunCondition::stopped;
    qint64 step = 0, total = 0;
    double images_per_second = 0;  ///< 0 if unknown
    double seconds_left = -1;      ///< negative if unknown
    double best = -1;              ///< pointing accuracy of the best checkpoint in %; negative if none
    QString device, device_reason;
    QString host;
    qint64 pid = 0;
    QDateTime heartbeat;          ///< time of the last report; invalid if none
    QString reason;               ///< the error, or why the status cannot be read
    qint64 checkpoint_step = -1;  ///< of the latest; negative if none
    QDateTime checkpoint_time;    ///< when it was written
    QString pending;              ///< a request that the trainer has not confirmed; empty if none

    bool operator==(const RunRow&) const = default;
};

/// What the user can request of a run.
enum class RunAction { pause, resume, stop, save, carry_on, fork };

bool can(RunAction action, const RunRow& run);
/// Whether a trainer is believed to work on it.
bool is_at_work(RunCondition condition);

struct RunCheckpoint {
    qint64 step = 0;
    QString model;  ///< path of the weights
    bool best = false;

    bool operator==(const RunCheckpoint&) const = default;
};

/// Details of the selected run.
struct RunDetails {
    QString folder;
    QString log;                         ///< the end of trainer.log
    QVector<RunCheckpoint> checkpoints;  ///< by ascending step

    bool operator==(const RunDetails&) const = default;
};

/// Translated texts.
QString condition_text(RunCondition condition);
QString condition_icon(RunCondition condition);
/// "1 h 02 min"; empty if unknown.
QString duration_text(double seconds);
/// One paragraph: the progress, or how the run ended and what to do.
QString describe(const RunRow& run);

/// The roles of a model of runs: the RunRow, and the sort key of a column.
inline constexpr int run_role = Qt::UserRole;
inline constexpr int run_sort_role = Qt::UserRole + 1;

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::RunRow)
