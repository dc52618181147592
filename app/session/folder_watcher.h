// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/base/latest_wins.h"

namespace gbs::app {

/// Notices what happens on disk to the folders that are open and the photo that is shown. Events come as they
/// will (or not at all on network disks, so that `check` may be called when the window is looked at again);
/// what is told was looked up in another thread, after some quiet.
class FolderWatcher : public QObject {
    Q_OBJECT

 public:
    explicit FolderWatcher(QObject* parent = nullptr);

    void watch_folders(const QStringList& folders);  ///< the first one is what was opened
    /// The photo with its `photo_key` when it was read; none: nothing is watched.
    void watch_photo(const QString& path, const QString& key);
    /// Looks now.
    void check();

 Q_SIGNALS:
    void folders_changed();                   ///< something came, went or got another name
    void folder_gone(const QString& folder);  ///< once, until it is there again
    void photo_changed(const QString& path);  ///< it has another key, and keeps it for a moment
    void photo_gone(const QString& path);     ///< once, until it is there again

 private:
    struct Request {
        quint64 id = 0;
        QStringList folders;
        QString photo;
    };
    struct Found {
        std::vector<qint64> folder_times;  ///< milliseconds; 0 where the folder is gone
        QString photo_key;                 ///< empty where it is gone
    };
    void look(const Request& request);
    void accept(const Found& found);
    void accept_photo(const QString& key);
    void accept_folders(const std::vector<qint64>& times);

    QFileSystemWatcher watcher_;
    QTimer quiet_{this};
    quint64 newest_ = 0;
    QStringList folders_;
    std::optional<std::vector<qint64>> folder_times_;  ///< as last told; nothing before the first look
    bool folder_event_ = false;
    bool folder_gone_ = false;
    QString photo_;
    QString told_key_;  ///< what is known of the photo outside; empty: it is gone
    QString seen_key_;  ///< at the last look
    LatestWins<Request> worker_;
};

}  // namespace gbs::app
