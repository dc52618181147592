// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/runs/run_values.h"

#include <QCoreApplication>
#include <QLocale>

namespace gbs::widgets {

namespace {

/// A class, because lupdate takes the context of translations from it.
struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)

 public:
    static QString condition(RunCondition condition) {
        switch (condition) {
            case RunCondition::starting:
                return tr("Starting");
            case RunCondition::running:
                return tr("Running");
            case RunCondition::paused:
                return tr("Paused");
            case RunCondition::stopping:
                return tr("Stopping");
            case RunCondition::stopped:
                return tr("Stopped");
            case RunCondition::completed:
                return tr("Completed");
            case RunCondition::failed:
                return tr("Failed");
            case RunCondition::died:
                return tr("Stopped unexpectedly");
            case RunCondition::unreadable:
                break;
        }
        return tr("Unreadable");
    }

    static QString duration(double seconds) {
        if (!(seconds >= 0) || seconds > 1e9) return {};
        const auto whole = static_cast<qint64>(seconds + 0.5);
        const auto two = [](qint64 value) {
            return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
        };
        if (whole >= 3600) return tr("%1 h %2 min").arg(whole / 3600).arg(two(whole % 3600 / 60));
        if (whole >= 60) return tr("%1 min %2 s").arg(whole / 60).arg(two(whole % 60));
        return tr("%1 s").arg(whole);
    }

    /// What to do after a run stopped early.
    static QString advice(const RunRow& run) {
        const QString reason = run.reason.toLower();
        const auto says = [&](const char* words) { return reason.contains(QLatin1String(words)); };
        if (says("out of memory"))
            return tr("Fork it with a smaller batch or input_size; the same values would fail again.");
        if (says("not finite") || says("nan"))
            return tr(
                "Fork it from its last good checkpoint with a lower optimizer.learning_rate, or with "
                "optimizer.clip set.");
        if (says("no space left")) return tr("Free disk space, then continue.");
        if (run.checkpoint_step >= 0)
            return tr("Continue resumes from the checkpoint at step %1.")
                .arg(QLocale().toString(run.checkpoint_step));
        return tr("There is no checkpoint yet; Continue starts at the first step.");
    }

    static QString trainer(const RunRow& run) {
        return run.pid > 0 ? tr("PID %1 on %2").arg(run.pid).arg(run.host) : tr("process unknown");
    }

    static QString describe(const RunRow& run) {
        const QString device =
            run.device.isEmpty() ? QString() : tr("On %1: %2.").arg(run.device, run.device_reason);
        switch (run.condition) {
            case RunCondition::starting:
                return tr("The trainer was started and has not reported yet.");
            case RunCondition::running:
            case RunCondition::stopping:
                return joined({tr("Running (%1).").arg(trainer(run)), device});
            case RunCondition::paused:
                return joined(
                    {tr("The trainer is paused (%1); Resume continues it.").arg(trainer(run)), device});
            case RunCondition::stopped:
                return joined({tr("Stopped before its last step."), advice(run)});
            case RunCondition::completed:
                return tr("All steps are done. Continue trains more steps.");
            case RunCondition::failed:
                return joined({run.reason, advice(run)});
            case RunCondition::died:
                return joined(
                    {tr("Stopped unexpectedly (killed or out of memory; %1).").arg(trainer(run)),
                     run.heartbeat.isValid()
                         ? tr("Its last heartbeat was at %1.")
                               .arg(QLocale().toString(run.heartbeat.toLocalTime(), QLocale::ShortFormat))
                         : QString(),
                     advice(run)});
            case RunCondition::unreadable:
                break;
        }
        return run.reason;
    }

    static QString joined(QStringList parts) {
        parts.removeAll(QString());
        return parts.join(QLatin1Char(' '));
    }
};

}  // namespace

bool is_at_work(RunCondition condition) {
    return condition == RunCondition::starting || condition == RunCondition::running ||
           condition == RunCondition::paused || condition == RunCondition::stopping;
}

bool can(RunAction action, const RunRow& run) {
    const bool running = run.condition == RunCondition::running;
    const bool paused = run.condition == RunCondition::paused;
    const bool free = run.pending.isEmpty();
    switch (action) {
        case RunAction::pause:
            return running && free;
        case RunAction::resume:
            return paused;  // also replaces a pending request
        case RunAction::stop:
            return running || paused;
        case RunAction::save:
            return (running || paused) && free;
        case RunAction::carry_on:
            return !is_at_work(run.condition) && run.condition != RunCondition::unreadable;
        case RunAction::fork:
            return run.checkpoint_step >= 0;
    }
    return false;
}

QString condition_text(RunCondition condition) {
    return RunWords::condition(condition);
}

QString condition_icon(RunCondition condition) {
    switch (condition) {
        case RunCondition::starting:
            return QStringLiteral("clock");
        case RunCondition::running:
            return QStringLiteral("play");
        case RunCondition::paused:
            return QStringLiteral("pause");
        case RunCondition::stopping:
        case RunCondition::stopped:
            return QStringLiteral("stop");
        case RunCondition::completed:
            return QStringLiteral("right");
        case RunCondition::failed:
            return QStringLiteral("error");
        case RunCondition::died:
        case RunCondition::unreadable:
            break;
    }
    return QStringLiteral("warning");
}

QString duration_text(double seconds) {
    return RunWords::duration(seconds);
}

QString describe(const RunRow& run) {
    return RunWords::describe(run);
}

}  // namespace gbs::widgets
