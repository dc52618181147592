// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QVector>
#include <stop_token>

namespace gbs::app {

/// A folder with annotations of another tool (core/data/drawn_labels.h).
struct AnnotatedFolder {
    QString path;
    QString format;        ///< "labelme"
    qsizetype photos = 0;  ///< below the folder
};

/// What a user has dropped on the window.
struct DroppedPaths {
    QVector<AnnotatedFolder>
        annotated;       ///< may be photos, ground truth or a detector's boxes: the user chooses
    QStringList others;  ///< files, and folders without annotations
};

/// Looks into the folders; not in the GUI thread. Throws Cancelled.
DroppedPaths recognize_dropped(const QStringList& paths, const std::stop_token& stop);

}  // namespace gbs::app
