// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/run_requests.h"

#include "app/base/convert.h"
#include "app/base/task_queue.h"

namespace gbs::app {

void RunRequests::ask(training::ControlWord word, const widgets::RunRow& run) {
    const QString folder = run.folder;
    requests_.insert(folder, {word, QDateTime::currentDateTime()});
    run_in_background(
        this, [folder, word] { training::send_control(to_path(folder), word); }, [] {},
        [this, folder](const QString& reason) {
            requests_.remove(folder);
            Q_EMIT failed(reason);
        });
}

bool RunRequests::has_taken_effect(const Request& request, const widgets::RunRow& run) {
    if (!widgets::is_at_work(run.condition)) return true;  // no trainer to wait for
    switch (request.word) {
        case training::ControlWord::pause:
            return run.condition == widgets::RunCondition::paused;
        case training::ControlWord::resume:
            return run.condition == widgets::RunCondition::running;
        case training::ControlWord::save:
            return run.checkpoint_time.isValid() && run.checkpoint_time >= request.time;
        case training::ControlWord::stop:
            break;
    }
    return false;
}

void RunRequests::annotate(QVector<widgets::RunRow>& runs) {
    for (widgets::RunRow& run : runs) {
        const auto request = requests_.constFind(run.folder);
        if (request == requests_.constEnd()) continue;
        if (has_taken_effect(*request, run)) {
            requests_.erase(request);
            continue;
        }
        switch (request->word) {
            case training::ControlWord::pause:
                run.pending = tr("Pause requested; the trainer has not confirmed it yet.");
                break;
            case training::ControlWord::resume:
                run.pending = tr("Resume requested; the trainer has not confirmed it yet.");
                break;
            case training::ControlWord::stop:
                run.pending = tr("Save and stop requested; the trainer has not stopped yet.");
                break;
            case training::ControlWord::save:
                run.pending = run.condition == widgets::RunCondition::paused
                                  ? tr("Checkpoint requested; a paused trainer saves it when it resumes.")
                                  : tr("Checkpoint requested; the trainer has not saved it yet.");
                break;
        }
    }
}

}  // namespace gbs::app
