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

}  // namespace gbs::app
