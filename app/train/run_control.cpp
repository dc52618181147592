// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/run_control.h"

#include "app/base/convert.h"
#include "app/base/in_background.h"
#include "core/base/error.h"

namespace gbs::app {

void RunControl::ask(training::ControlWord word, const widgets::RunRow& run) {
    const QString folder = run.folder;
    asked_.insert(folder, {word, QDateTime::currentDateTime()});
    run_in_background(
        this,
        [folder, word]() -> QString {
            try {
                training::send_control(to_path(folder), word);
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

bool RunControl::is_heard(const Asked& asked, const widgets::RunRow& run) {
    if (!widgets::is_at_work(run.condition)) return true;  // there is nobody to hear it
    switch (asked.word) {
        case training::ControlWord::pause:
            return run.condition == widgets::RunCondition::paused;
        case training::ControlWord::resume:
            return run.condition == widgets::RunCondition::running;
        case training::ControlWord::save:
            return run.checkpoint_time.isValid() && run.checkpoint_time >= asked.time;
        case training::ControlWord::stop:
            break;
    }
    return false;
}

void RunControl::annotate(QVector<widgets::RunRow>& runs) {
    for (widgets::RunRow& run : runs) {
        const auto asked = asked_.constFind(run.folder);
        if (asked == asked_.constEnd()) continue;
        if (is_heard(*asked, run)) {
            asked_.erase(asked);
            continue;
        }
        switch (asked->word) {
            case training::ControlWord::pause:
                run.pending = tr("Asked to pause; the trainer has not confirmed it yet.");
                break;
            case training::ControlWord::resume:
                run.pending = tr("Asked to go on; the trainer has not confirmed it yet.");
                break;
            case training::ControlWord::stop:
                run.pending = tr("Asked to save and end; the trainer has not ended yet.");
                break;
            case training::ControlWord::save:
                run.pending = run.condition == widgets::RunCondition::paused
                                  ? tr("Asked for a checkpoint; a paused trainer saves it when it goes on.")
                                  : tr("Asked for a checkpoint; it is not there yet.");
                break;
        }
    }
}

}  // namespace gbs::app
