// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace gbs::app {

/// Files and folders that were opened, the latest first; kept in the settings under "recent/paths".
class RecentPaths {
 public:
    static constexpr qsizetype most = 12;

    static QStringList all();
    static void add(const QString& path);
    static void remove(const QString& path);
    static void clear();
};

}  // namespace gbs::app
