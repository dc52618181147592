// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace gbs::app {

/// The last paths of a kind, the newest first, kept in the settings under `key`.
class RecentList {
 public:
    static constexpr int most = 10;

    explicit RecentList(QString key) : key_(std::move(key)) {}

    /// Those that still exist. Looks at the disk.
    QStringList paths() const;
    void add(const QString& path);
    void clear();

 private:
    QString key_;
};

}  // namespace gbs::app
