// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include "app/export/export_job.h"
#include "app/export/judgements.h"
#include "app/session/grounding_worker.h"
#include "core/report/map_files.h"

namespace gbs::app {

/// Map files of photos and phrases, grounded with a model of the job's own: it takes its memory a second time
/// while the job runs, and the window goes on undisturbed.
ExportJob::Work folder_export_work(GrounderFactory factory, QStringList photos, QStringList phrases,
                                   QString folder, MapFilesOptions options);

/// A report of photos and phrases, grounded in the same way.
ExportJob::Work report_work(GrounderFactory factory, QStringList photos, QStringList phrases, QString path,
                            JudgementLookup judgement);

/// Map files of the photo that is shown, of maps that are known already. They join those in the folder.
ExportJob::Work photo_export_work(Photo photo, std::vector<Grounding> groundings, QString model,
                                  QString folder, MapFilesOptions options);

/// The plain values of core/ back from those that widgets draw.
Grounding to_grounding(const QString& phrase, const widgets::PhraseLayers& layers);

/// The words of a report in the language of the window.
ReportTexts report_texts();

}  // namespace gbs::app
