// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace gbs::app {

/// Recently used paths, the latest first, kept in the settings.
class RecentList {
 public:
    static RecentList opened() { return {QStringLiteral("recent/paths"), 12}; }  ///< files and folders
    static RecentList models() { return {QStringLiteral("recent/models"), 10}; }

    /// Does not touch the disk: some of them may no longer exist.
    QStringList paths() const;
    void add(const QString& path);
    void clear();

 private:
    RecentList(QString key, qsizetype max_paths) : key_(std::move(key)), max_paths_(max_paths) {}

    QString key_;
    qsizetype max_paths_;
};

}  // namespace gbs::app
