// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <utility>
#include <vector>

#include "app/export/export_job.h"

namespace gbs::app {

/// Writes the boxes that a detector finds for phrases in photos (JSONL). The job runs a detector of its own, unless all
/// answers are known, and continues in a file that an earlier job of this detector has begun.
ExportJob::Work boxes_work(QString command, std::vector<std::pair<QString, QStringList>> photos,
                           QString file);

}  // namespace gbs::app
