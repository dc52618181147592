// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QVector>

// Training runs as plain values.
namespace gbs::widgets {

/// What a run is found to be doing: the trainer's word, checked against whether there still is a trainer.
enum class RunCondition {
    starting,  ///< a trainer was started and has not said anything yet
    running,
    paused,
    stopping,
    stopped,  ///< ended with a checkpoint before its last step
    completed,
    failed,     ///< the trainer said why
    died,       ///< the trainer is gone without a word
    unreadable  ///< its status cannot be read
};

struct RunRow {
    QString folder;  ///< absolute path
    QString name;
    RunCondition condition = RunCondition::stopped;
    qint64 step = 0, total = 0;
    double images_per_second = 0;  ///< 0: not known
    double seconds_left = -1;      ///< negative: not known
    double best = -1;              ///< pointing accuracy of the best checkpoint in %; negative: none yet
    QString device, device_reason;
    QString host;
    qint64 pid = 0;
    QDateTime heartbeat;          ///< the trainer's last word; invalid: none
    QString reason;               ///< of a failure, or why the status cannot be read
    qint64 checkpoint_step = -1;  ///< of the newest; negative: none
    QDateTime checkpoint_time;    ///< when it was written
    QString pending;              ///< what the trainer was asked for and has not confirmed; empty: nothing

    bool operator==(const RunRow&) const = default;
};

/// What a person may ask of a run.
enum class RunAction { pause, resume, stop, save, carry_on, fork };

bool can(RunAction action, const RunRow& run);
/// Whether a trainer works on it, as far as is known.
bool is_at_work(RunCondition condition);

struct RunCheckpoint {
    qint64 step = 0;
    QString model;  ///< path of the weights
    bool best = false;

    bool operator==(const RunCheckpoint&) const = default;
};

/// More of the one run that is looked at.
struct RunDetails {
    QString folder;
    QString log;                         ///< the end of trainer.log
    QVector<RunCheckpoint> checkpoints;  ///< by ascending step

    bool operator==(const RunDetails&) const = default;
};

/// The words for a person.
QString condition_text(RunCondition condition);
QString condition_icon(RunCondition condition);
/// "1 h 02 min"; empty where it is not known.
QString duration_text(double seconds);
/// One paragraph: how it goes, or how it ended and what to do.
QString describe(const RunRow& run);

/// In which role a model of runs gives its RunRow, and the keys that its columns are sorted by.
inline constexpr int run_role = Qt::UserRole;
inline constexpr int run_sort_role = Qt::UserRole + 1;

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::RunRow)
