// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <optional>

#include "widgets/runs/run_values.h"

// Reading of run folders for the panel. Nothing here writes, takes locks or runs in the GUI thread.
namespace gbs::app {

/// What the panel notes beside a run when it starts a trainer (launch.json), so that a trainer that has not
/// spoken yet, or never will, is known as well.
struct Launch {
    qint64 pid = 0;
    QString host;
    QDateTime time;
};

std::optional<Launch> read_launch(const QString& run);
bool is_run_folder(const QString& folder);
widgets::RunRow scan_run(const QString& folder);
/// The runs of `root` (its subfolders, or itself where it is one), at most `most_runs`, and the `attached`
/// ones.
QVector<widgets::RunRow> scan_runs(const QString& root, const QStringList& attached);
inline constexpr int most_runs = 2000;
widgets::RunDetails read_details(const QString& folder);

}  // namespace gbs::app
