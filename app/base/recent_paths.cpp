// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/recent_paths.h"

#include <QDir>
#include <QSettings>

namespace gbs::app {

namespace {

const QString key = QStringLiteral("recent/paths");

void keep(const QStringList& paths) {
    QSettings().setValue(key, paths);
}

}  // namespace

QStringList RecentPaths::all() {
    return QSettings().value(key).toStringList().mid(0, most);
}

void RecentPaths::add(const QString& path) {
    if (path.isEmpty()) return;
    QStringList paths = all();
    const QString clean = QDir::cleanPath(path);
    paths.removeAll(clean);
    paths.prepend(clean);
    keep(paths.mid(0, most));
}

void RecentPaths::remove(const QString& path) {
    QStringList paths = all();
    paths.removeAll(path);
    keep(paths);
}

void RecentPaths::clear() {
    QSettings().remove(key);
}

}  // namespace gbs::app
