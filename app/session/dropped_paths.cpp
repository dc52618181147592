// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/dropped_paths.h"

#include <QDir>
#include <QFileInfo>
#include <optional>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/data/drawn_labels.h"

namespace gbs::app {

namespace {

/// Nothing for a folder that cannot be read: opening it says why.
std::optional<AnnotatedFolder> find_annotations(const QString& path, const std::stop_token& stop) {
    if (!QFileInfo(path).isDir()) return {};
    try {
        const auto about = find_drawn_labels(to_path(path), stop);
        if (!about) return {};
        return AnnotatedFolder{path, QString::fromStdString(about->title),
                               static_cast<qsizetype>(about->index->photos())};
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

DroppedPaths recognize_dropped(const QStringList& paths, const std::stop_token& stop) {
    DroppedPaths dropped;
    for (const QString& each : paths) {
        const QString path = QDir::cleanPath(each);
        if (const auto annotated = find_annotations(path, stop))
            dropped.annotated << *annotated;
        else
            dropped.others << path;
    }
    return dropped;
}

}  // namespace gbs::app
