#include "app/train/run_control.h"

#include "app/settings/in_background.h"
#include "app/window/convert.h"
#include "core/error.h"

namespace gbs {

void RunControl::ask(ControlWord word, const RunRow& run) {
    const QString folder = run.folder;
    asked_.insert(folder, {word, QDateTime::currentDateTime()});
    run_in_background(
        this,
        [folder, word]() -> QString {
            try {
                send_control(to_path(folder), word);
                return {};
            } catch (const Error& error) {
                return QString::fromStdString(error.what());
            }
        },
        [this, folder](const QString& trouble) {
            if (trouble.isEmpty()) return;
            asked_.remove(folder);
            Q_EMIT failed(trouble);
        });
}

bool RunControl::is_heard(const Asked& asked, const RunRow& run) {
    if (!is_at_work(run.condition)) return true;  // there is nobody to hear it
    switch (asked.word) {
        case ControlWord::pause:
            return run.condition == RunCondition::paused;
        case ControlWord::resume:
            return run.condition == RunCondition::running;
        case ControlWord::save:
            return run.checkpoint_time.isValid() && run.checkpoint_time >= asked.time;
        case ControlWord::stop:
            break;
    }
    return false;
}

void RunControl::annotate(QVector<RunRow>& runs) {
    for (RunRow& run : runs) {
        const auto asked = asked_.constFind(run.folder);
        if (asked == asked_.constEnd()) continue;
        if (is_heard(*asked, run)) {
            asked_.erase(asked);
            continue;
        }
        switch (asked->word) {
            case ControlWord::pause:
                run.pending = tr("Asked to pause; the trainer has not confirmed it yet.");
                break;
            case ControlWord::resume:
                run.pending = tr("Asked to go on; the trainer has not confirmed it yet.");
                break;
            case ControlWord::stop:
                run.pending = tr("Asked to save and end; the trainer has not ended yet.");
                break;
            case ControlWord::save:
                run.pending = run.condition == RunCondition::paused
                                  ? tr("Asked for a checkpoint; a paused trainer saves it when it goes on.")
                                  : tr("Asked for a checkpoint; it is not there yet.");
                break;
        }
    }
}

}  // namespace gbs
