// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include "app/export/export_job.h"
#include "app/export/judgements.h"
#include "app/session/grounding_worker.h"
#include "core/report/map_files.h"

namespace gbs::app {

/// Writes map files of photos and phrases. The job loads its own model, which doubles the memory for models
/// while it runs but keeps the window responsive.
ExportJob::Work folder_export_work(GrounderFactory factory, QStringList photos, QStringList phrases,
                                   QString folder, MapFilesOptions options);

/// Writes a report of photos and phrases; also loads its own model.
ExportJob::Work report_work(GrounderFactory factory, QStringList photos, QStringList phrases, QString path,
                            JudgementLookup judgement, MapLook look, std::vector<MapKind> maps);

/// Writes map files of the current photo from existing maps and adds them to those in the folder.
ExportJob::Work photo_export_work(Photo photo, std::vector<Grounding> groundings, QString model,
                                  QString folder, MapFilesOptions options);

/// Converts the layers of the canvas back to the values of core/.
Grounding to_grounding(const QString& phrase, const widgets::PhraseLayers& layers);

/// The texts of a report in the language of the window.
ReportTexts report_texts();

}  // namespace gbs::app
