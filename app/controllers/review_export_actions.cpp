// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/review_export_actions.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "app/frame/main_window.h"

namespace gbs::app {

namespace {

QString file_suffix(ReviewFormat format) {
    switch (format) {
        case ReviewFormat::csv:
            return QStringLiteral("csv");
        case ReviewFormat::jsonl:
            return QStringLiteral("jsonl");
        case ReviewFormat::phrases:
            break;
    }
    return QStringLiteral("tsv");
}

}  // namespace

ReviewExportActions::ReviewExportActions(MainWindow& window) : QObject(&window), window_(window) {
    add("review.export_csv", tr("Export Verdicts for a Sp&readsheet…"),
        tr("CSV: one row per verdict of this folder"), ReviewFormat::csv);
    add("review.export_jsonl", tr("Export &All Reviews…"),
        tr("JSONL: one object per photo and phrase of this folder"), ReviewFormat::jsonl);
    add("review.export_phrases", tr("Export &Marks as Phrases…"),
        tr("TSV: the true locations of this folder in the format of gbs evaluate"), ReviewFormat::phrases);
    connect(&exporter_, &ReviewExporter::written, this, [this](const QString& file, int rows) {
        window_.show_message(
            widgets::Severity::info,
            tr("%n row(s) written to %1", nullptr, rows).arg(QDir::toNativeSeparators(file)));
    });
    add_annotations();
    connect(&exporter_, &ReviewExporter::annotated, this, [this](const QString& target, int photos) {
        window_.show_message(widgets::Severity::info,
                             tr("Annotations of %n photo(s) written to %1", nullptr, photos)
                                 .arg(QDir::toNativeSeparators(target)));
    });
    connect(&exporter_, &ReviewExporter::failed, this, [this](const QString& file, const QString& reason) {
        window_.show_message(widgets::Severity::error,
                             tr("Cannot write %1. %2").arg(QDir::toNativeSeparators(file), reason));
    });
}

void ReviewExportActions::add(const char* id, const QString& text, const QString& tip, ReviewFormat format) {
    QAction* const action = window_.action_registry()->add(window_.menu(MenuId::review),
                                                           QString::fromLatin1(id), text, {}, {}, tip);
    connect(action, &QAction::triggered, this, [this, format] { ask(format); });
}

void ReviewExportActions::add_annotations() {
    QMenu* const menu = window_.menu(MenuId::review)->addMenu(tr("Export A&nnotations"));
    const auto add_format = [&](const char* id, const QString& text, AnnotationFormat format) {
        QAction* const action = window_.action_registry()->add(
            menu, QString::fromLatin1(id), text, {}, {},
            tr("Marks and verdicts of this folder, in a folder that you choose"));
        connect(action, &QAction::triggered, this, [this, format] {
            const QString target =
                QFileDialog::getExistingDirectory(&window_, tr("Export annotations into a folder"), folder());
            if (!target.isEmpty()) annotate_in(format, target);
        });
    };
    add_format("review.annotate_labelme", tr("&labelme, X-AnyLabeling…"), AnnotationFormat::labelme);
    add_format("review.annotate_coco", tr("&COCO…"), AnnotationFormat::coco);
    add_format("review.annotate_voc", tr("Pascal &VOC…"), AnnotationFormat::voc);
    add_format("review.annotate_yolo", tr("&YOLO…"), AnnotationFormat::yolo);
    add_format("review.annotate_cvat", tr("CVA&T…"), AnnotationFormat::cvat);
}

QString ReviewExportActions::folder() const {
    return ReviewSession::folder_of(window_.explorer()->photo().path);
}

void ReviewExportActions::ask(ReviewFormat format) {
    const QString suffix = file_suffix(format);
    const QString name =
        format == ReviewFormat::phrases ? QStringLiteral("phrases.") : QStringLiteral("reviews.");
    const QString file = QFileDialog::getSaveFileName(
        &window_, tr("Export reviews"), QDir(folder()).filePath(name + suffix),
        tr("%1 files (%2);;All files (*)").arg(suffix.toUpper(), QStringLiteral("*.") + suffix));
    if (!file.isEmpty()) export_to(format, file);
}

void ReviewExportActions::export_to(ReviewFormat format, const QString& file) {
    Q_EMIT exporting();
    const ReviewContents* const contents = window_.explorer()->review()->contents(folder());
    exporter_.write(contents ? *contents : ReviewContents(), format, file);
}

void ReviewExportActions::annotate_in(AnnotationFormat format, const QString& target) {
    Q_EMIT exporting();
    const ReviewSession& review = *window_.explorer()->review();
    const ReviewContents* const contents = review.contents(folder());
    exporter_.write(AnnotationExport{contents ? *contents : ReviewContents(), folder(), review.annotator(),
                                     review.model(), format, target});
}

}  // namespace gbs::app
