// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <optional>

#include "widgets/runs/run_values.h"

// Reads run folders for the panel. Writes nothing and takes no locks; not for the GUI thread.
namespace gbs::app {

/// The contents of launch.json, written when the window starts a trainer. It identifies trainers that have
/// not written a status yet.
struct TrainerLaunch {
    qint64 pid = 0;
    QString host;
    QDateTime time;
};

std::optional<TrainerLaunch> read_launch(const QString& run);
bool is_run_folder(const QString& folder);
widgets::RunRow scan_run(const QString& folder);
/// The runs in `root` (`root` itself and its subfolders, at most `max_runs`) and the `attached` runs.
QVector<widgets::RunRow> scan_runs(const QString& root, const QStringList& attached);
inline constexpr int max_runs = 2000;
widgets::RunDetails read_details(const QString& folder);

}  // namespace gbs::app
