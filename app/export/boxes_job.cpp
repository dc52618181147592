// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/boxes_job.h"

#include <QDir>
#include <QLocale>

#include "app/base/convert.h"
#include "app/session/running_detector.h"
#include "core/base/error.h"
#include "core/detector/cached_detector.h"
#include "core/detector/detector_file.h"

namespace gbs::app {

namespace {

struct BoxesText {
    Q_DECLARE_TR_FUNCTIONS(BoxesText)
};

std::vector<DetectorTask> make_tasks(const std::vector<std::pair<QString, QStringList>>& photos) {
    std::vector<DetectorTask> tasks;
    for (const auto& [photo, phrases] : photos) {
        DetectorTask task{to_path(photo), {}, to_path(photo).filename().string()};
        for (const QString& phrase : phrases) task.phrases.push_back(phrase.toStdString());
        tasks.push_back(std::move(task));
    }
    return tasks;
}

}  // namespace

ExportJob::Work boxes_work(QString command, std::vector<std::pair<QString, QStringList>> photos,
                           QString file) {
    return [=](const ExportJob::ProgressHandler& report, const WorkToken& token) -> JobOutcome {
        std::vector<DetectorTask> tasks = make_tasks(photos);
        const BridgeOptions options{.command = command.toStdString()};
        DetectorFile boxes(to_path(file), options.command, options.scores, tasks, true);
        CachedDetector detector(options, to_path(RunningDetector::cache_folder()));
        BatchProgress progress;
        progress.total = tasks.size();
        const WorkClock clock(token);
        std::size_t asked = 0;
        for (const DetectorTask& task : tasks) {
            const auto item = token.begin_item();
            if (!task.phrases.empty()) {
                const BridgeAnswer answer = detector.ask(task.photo, task.phrases, token);
                if (!answer.maps.empty())
                    throw Error(BoxesText::tr("This detector gives maps, not boxes.").toStdString());
                boxes.add(task, answer);
                ++asked;
            }
            ++progress.done;
            if (asked > 0) progress.photos_per_second = static_cast<double>(asked) / clock.seconds();
            if (asked > 0)
                progress.seconds_left =
                    static_cast<double>(progress.total - progress.done) / progress.photos_per_second;
            report(progress);
        }
        boxes.finish();
        QStringList failures;
        for (const std::string& failure : boxes.failures()) failures << QString::fromStdString(failure);
        return {BoxesText::tr("%1 boxes for %2 phrases written to %3.")
                    .arg(QLocale().toString(static_cast<qulonglong>(boxes.boxes())),
                         QLocale().toString(static_cast<qulonglong>(boxes.written())),
                         QDir::toNativeSeparators(file)),
                file, failures};
    };
}

}  // namespace gbs::app
