// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/recent_list.h"

#include <QFileInfo>
#include <QSettings>

namespace gbs::app {

QStringList RecentList::paths() const {
    return QSettings().value(key_).toStringList().mid(0, max_paths_);
}

void RecentList::add(const QString& path) {
    if (path.isEmpty()) return;
    QStringList known = paths();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    known.removeAll(absolute);
    known.prepend(absolute);
    QSettings().setValue(key_, QStringList(known.mid(0, max_paths_)));
}

void RecentList::clear() {
    QSettings().remove(key_);
}

}  // namespace gbs::app
