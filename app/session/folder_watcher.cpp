// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/folder_watcher.h"

#include <QDateTime>
#include <QFileInfo>

#include "app/session/photo.h"

namespace gbs::app {

namespace {

/// A file that is still written changes several times; each look comes after so long.
constexpr int quiet_milliseconds = 400;

}  // namespace

FolderWatcher::FolderWatcher(QObject* parent)
    : QObject(parent), worker_([this](const Request& request, std::stop_token) { look(request); }) {
    quiet_.setSingleShot(true);
    quiet_.setInterval(quiet_milliseconds);
    connect(&quiet_, &QTimer::timeout, this, &FolderWatcher::check);
    // The timer is not started anew: where files come without end they are still told of.
    const auto wait = [this] {
        if (!quiet_.isActive()) quiet_.start();
    };
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, wait);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this, wait] {
        folder_event_ = true;
        wait();
    });
}

void FolderWatcher::watch_folders(const QStringList& folders) {
    const bool again = folders == folders_;
    if (!again) {
        folders_ = folders;
        folder_times_.reset();
        folder_event_ = false;
        folder_gone_ = false;
    }
    // Those that vanished and came back have to be watched anew.
    const QStringList watched = watcher_.directories();
    QStringList old, fresh;
    for (const QString& folder : watched)
        if (!folders.contains(folder)) old << folder;
    for (const QString& folder : folders)
        if (!watched.contains(folder)) fresh << folder;
    if (!old.isEmpty()) watcher_.removePaths(old);
    if (!fresh.isEmpty()) watcher_.addPaths(fresh);
    if (!again) check();
}

void FolderWatcher::watch_photo(const QString& path, const QString& key) {
    if (!watcher_.files().isEmpty()) watcher_.removePaths(watcher_.files());
    photo_ = path;
    told_key_ = seen_key_ = key;
    if (photo_.isEmpty()) return;
    watcher_.addPath(photo_);
    check();
}

void FolderWatcher::check() {
    worker_.submit({++newest_, folders_, photo_});
}

void FolderWatcher::look(const Request& request) {
    Found found;
    for (const QString& folder : request.folders) {
        const QFileInfo info(folder);
        found.folder_times.push_back(info.isDir() ? info.lastModified().toMSecsSinceEpoch() : 0);
    }
    if (!request.photo.isEmpty() && QFileInfo::exists(request.photo))
        found.photo_key = photo_key(request.photo);
    QMetaObject::invokeMethod(
        this,
        [this, found, id = request.id, folders = request.folders, photo = request.photo] {
            if (id == newest_ && folders == folders_ && photo == photo_) accept(found);
        },
        Qt::QueuedConnection);
}

void FolderWatcher::accept(const Found& found) {
    if (!photo_.isEmpty()) accept_photo(found.photo_key);
    if (!folders_.isEmpty()) accept_folders(found.folder_times);
}

void FolderWatcher::accept_photo(const QString& key) {
    // A file that is replaced is gone for a moment, and one that is written has many keys.
    const bool settled = key == seen_key_;
    seen_key_ = key;
    if (!settled) return quiet_.start();
    if (!key.isEmpty() && !watcher_.files().contains(photo_)) watcher_.addPath(photo_);
    if (key == told_key_) return;
    told_key_ = key;
    if (key.isEmpty())
        Q_EMIT photo_gone(photo_);
    else
        Q_EMIT photo_changed(photo_);
}

void FolderWatcher::accept_folders(const std::vector<qint64>& times) {
    const bool was_gone = folder_gone_;
    folder_gone_ = times.front() == 0;
    const bool changed = folder_event_ || (folder_times_ && *folder_times_ != times);
    folder_event_ = false;
    folder_times_ = times;
    if (folder_gone_) {
        if (!was_gone) Q_EMIT folder_gone(folders_.front());
    } else if (changed) {
        watcher_.addPath(folders_.front());
        Q_EMIT folders_changed();
    }
}

}  // namespace gbs::app
