// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/recent_list.h"

#include <QFileInfo>
#include <QSettings>

namespace gbs::app {

QStringList RecentList::paths() const {
    QStringList known = QSettings().value(key_).toStringList().mid(0, most);
    known.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return known;
}

void RecentList::add(const QString& path) {
    QSettings settings;
    QStringList known = settings.value(key_).toStringList();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    known.removeAll(absolute);
    known.prepend(absolute);
    settings.setValue(key_, QStringList(known.mid(0, most)));
}

void RecentList::clear() {
    QSettings().remove(key_);
}

}  // namespace gbs::app
