// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/folder_export_job.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <numeric>

#include "app/base/convert.h"
#include "core/base/error.h"

namespace gbs::app {

namespace {

struct FolderExportText {
    Q_DECLARE_TR_FUNCTIONS(FolderExportText)
};

std::vector<GroundingTask> make_tasks(const QStringList& photos, const QStringList& phrases) {
    std::vector<std::string> texts;
    for (const QString& phrase : phrases) texts.push_back(phrase.toStdString());
    std::vector<GroundingTask> tasks;
    for (const QString& photo : photos) tasks.push_back({to_path(photo), texts});
    return tasks;
}

QStringList describe_failures(const BatchSummary& summary) {
    QStringList failures;
    for (const GroundingFailure& failure : summary.failures) {
        const QString reason = QString::fromStdString(failure.reason);
        failures << (failure.phrase.empty() ? reason
                                            : FolderExportText::tr("%1: “%2”: %3")
                                                  .arg(to_qstring(failure.photo),
                                                       QString::fromStdString(failure.phrase), reason));
    }
    return failures;
}

QString describe_summary(const BatchSummary& summary, const QString& path) {
    QString text =
        FolderExportText::tr("%n photo(s) written to %1.", nullptr, static_cast<int>(summary.photos))
            .arg(QDir::toNativeSeparators(path));
    if (summary.skipped > 0)
        text += QLatin1Char(' ') +
                FolderExportText::tr("%n already existed.", nullptr, static_cast<int>(summary.skipped));
    if (!summary.failures.empty())
        text += QLatin1Char(' ') + FolderExportText::tr("%n item(s) could not be grounded; see the log.",
                                                        nullptr, static_cast<int>(summary.failures.size()));
    return text;
}

Heatmap to_heatmap(const widgets::HeatmapLayer& layer) {
    if (layer.empty()) return {};
    return {layer.grid.width(), layer.grid.height(), {layer.values.begin(), layer.values.end()}};
}

}  // namespace

Grounding to_grounding(const QString& phrase, const widgets::PhraseLayers& layers) {
    return {phrase.toStdString(), to_heatmap(layers.gbs), to_heatmap(layers.i2t), to_heatmap(layers.mean), 0,
            layers.strength};
}

ExportJob::Work folder_export_work(GrounderFactory factory, QStringList photos, QStringList phrases,
                                   QString folder, MapFilesOptions options) {
    return [=](const ExportJob::ProgressHandler& report, const WorkToken& token) -> JobOutcome {
        const std::shared_ptr<Grounder> grounder = factory();
        MapFiles files(to_path(folder), options, grounder->info().path.string());
        BatchHandlers handlers;
        handlers.wanted = [&](const GroundingTask& task) { return files.plan(task); };
        handlers.draw = [&](const GroundedPhoto& photo) { return files.draw(photo).lines; };
        handlers.drawn = [&](const std::string& lines) { files.list(lines); };
        handlers.progress = report;
        const std::vector<GroundingTask> tasks = make_tasks(photos, phrases);
        const BatchSummary summary = ground_batch(*grounder, tasks, handlers, token);
        return {describe_summary(summary, folder), folder, describe_failures(summary)};
    };
}

ExportJob::Work report_work(GrounderFactory factory, QStringList photos, QStringList phrases, QString path,
                            JudgementLookup judgement, MapLook look, std::vector<MapKind> maps) {
    ReportOptions options;
    options.look = look;
    options.maps = std::move(maps);
    options.texts = report_texts();
    options.judgement = std::move(judgement);
    return [=](const ExportJob::ProgressHandler& report, const WorkToken& token) -> JobOutcome {
        const std::shared_ptr<Grounder> grounder = factory();
        const std::vector<GroundingTask> tasks = make_tasks(photos, phrases);
        const BatchSummary summary = write_report(to_path(path), *grounder, tasks, options, report, token);
        return {describe_summary(summary, path), path, describe_failures(summary)};
    };
}

ExportJob::Work photo_export_work(Photo photo, std::vector<Grounding> groundings, QString model,
                                  QString folder, MapFilesOptions options) {
    options.resume = true;
    return [=](const ExportJob::ProgressHandler&, const WorkToken& token) -> JobOutcome {
        GroundingTask task{to_path(photo.path), {}};
        for (const Grounding& grounding : groundings) task.phrases.push_back(grounding.phrase);
        // The groundings are written one by one.
        MapFilesOptions resolved = options;
        resolved.look = look_for_photo(options.look, groundings, options.maps, *photo.image);
        MapFiles files(to_path(folder), resolved, model.toStdString());
        int count = 0;
        for (std::size_t i = 0; i < groundings.size(); ++i) {
            const auto item = token.begin_item();
            for (const auto& written : files.write({task, photo.image, {i}, {groundings[i]}, {}, 0}))
                count += static_cast<int>(written.size());
        }
        if (count == 0) return {FolderExportText::tr("All files already exist."), folder, {}};
        return {FolderExportText::tr("%n file(s) written to %1.", nullptr, count)
                    .arg(QDir::toNativeSeparators(folder)),
                folder,
                {}};
    };
}

ReportTexts report_texts() {
    const auto text = [](const char* source) {
        return QCoreApplication::translate("Report", source).toStdString();
    };
    ReportTexts texts;
    texts.language = QLocale().bcp47Name().toStdString();
    texts.right_to_left = QGuiApplication::isRightToLeft();
    texts.title = text(QT_TRANSLATE_NOOP("Report", "Grounding report"));
    texts.photo = text(QT_TRANSLATE_NOOP("Report", "photo"));
    texts.peak = text(QT_TRANSLATE_NOOP("Report", "peak"));
    texts.at = text(QT_TRANSLATE_NOOP("Report", "at"));
    texts.right = text(QT_TRANSLATE_NOOP("Report", "correct"));
    texts.wrong = text(QT_TRANSLATE_NOOP("Report", "incorrect"));
    texts.unsure = text(QT_TRANSLATE_NOOP("Report", "unsure"));
    texts.contents = text(QT_TRANSLATE_NOOP("Report", "Photos in this report"));
    texts.show = text(QT_TRANSLATE_NOOP("Report", "Show"));
    texts.all = text(QT_TRANSLATE_NOOP("Report", "all"));
    texts.unjudged = text(QT_TRANSLATE_NOOP("Report", "not judged"));
    texts.absent = text(QT_TRANSLATE_NOOP("Report", "absent"));
    texts.strength = text(QT_TRANSLATE_NOOP("Report", "strength"));
    texts.strengths = {text(QT_TRANSLATE_NOOP("Report", "none")), text(QT_TRANSLATE_NOOP("Report", "weak")),
                       text(QT_TRANSLATE_NOOP("Report", "medium")),
                       text(QT_TRANSLATE_NOOP("Report", "strong"))};
    texts.model = text(QT_TRANSLATE_NOOP("Report", "Model"));
    texts.file = text(QT_TRANSLATE_NOOP("Report", "File"));
    texts.device = text(QT_TRANSLATE_NOOP("Report", "Device"));
    texts.encoders = text(QT_TRANSLATE_NOOP("Report", "Encoders"));
    texts.input = text(QT_TRANSLATE_NOOP("Report", "Input"));
    texts.data = text(QT_TRANSLATE_NOOP("Report", "Trained on"));
    texts.accuracy = text(QT_TRANSLATE_NOOP("Report", "Accuracy"));
    texts.of_phrases = text(QT_TRANSLATE_NOOP("Report", "phrases, protocol"));
    texts.made_with = text(QT_TRANSLATE_NOOP("Report", "Made with"));
    texts.colors = text(QT_TRANSLATE_NOOP("Report", "colors"));
    texts.lowest = text(QT_TRANSLATE_NOOP("Report", "lowest"));
    texts.highest = text(QT_TRANSLATE_NOOP("Report", "highest"));
    texts.scale_auto =
        text(QT_TRANSLATE_NOOP("Report", "Colors of each map, from its lowest to its highest value"));
    texts.scale_shared = text(QT_TRANSLATE_NOOP(
        "Report", "Colors of the maps, from the lowest to the highest value of all maps of a photo"));
    texts.scale_fixed = text(QT_TRANSLATE_NOOP("Report", "Colors of the maps, 0 to 1 in every photo"));
    texts.scale_custom = text(QT_TRANSLATE_NOOP("Report", "Colors of the maps, the same in every photo"));
    texts.totals = text(QT_TRANSLATE_NOOP("Report", "Totals"));
    texts.photos = text(QT_TRANSLATE_NOOP("Report", "Photos"));
    texts.phrases = text(QT_TRANSLATE_NOOP("Report", "Phrases"));
    texts.failed = text(QT_TRANSLATE_NOOP("Report", "Failed"));
    texts.decoder = text(QT_TRANSLATE_NOOP("Report", "the decoder's map"));
    texts.match = text(QT_TRANSLATE_NOOP("Report", "image to text"));
    texts.mean = text(QT_TRANSLATE_NOOP("Report", "geometric mean of both"));
    return texts;
}

}  // namespace gbs::app
