// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/base/task_queue.h"

namespace gbs::app {

/// Reports changes on disk to the open folders and the shown photo. File system events only trigger a check,
/// which runs in the background after a short pause. Network disks may send no events: call `check` when the
/// window becomes active again.
class FolderWatcher : public QObject {
    Q_OBJECT

 public:
    explicit FolderWatcher(QObject* parent = nullptr);

    void watch_folders(const QStringList& folders);  ///< the opened folder first
    /// `key` is the photo_key() of the file that was read. An empty path stops watching.
    void watch_photo(const QString& path, const QString& key);
    /// Checks now.
    void check();

 Q_SIGNALS:
    void folders_changed();                   ///< a file was added, removed or renamed
    void folder_gone(const QString& folder);  ///< once, until the folder exists again
    void photo_changed(const QString& path);  ///< its key has changed and is stable again
    void photo_gone(const QString& path);     ///< once, until the photo exists again

 private:
    struct Found {
        std::vector<qint64> folder_times;  ///< modification times in milliseconds; 0: the folder is gone
        QString photo_key;                 ///< empty: the photo is gone
    };
    static Found look_at(const QStringList& folders, const QString& photo);
    void accept(const Found& found);
    void accept_photo(const QString& key);
    void accept_folders(const std::vector<qint64>& times);

    QFileSystemWatcher watcher_;
    QTimer quiet_{this};
    QStringList folders_;
    std::optional<std::vector<qint64>> folder_times_;  ///< as last reported; empty before the first check
    bool folder_event_ = false;
    bool folder_gone_ = false;
    QString photo_;
    QString reported_key_;  ///< empty: reported as gone
    QString seen_key_;      ///< at the last check
    TaskQueue tasks_{TaskOrder::latest};
};

}  // namespace gbs::app
