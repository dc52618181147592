// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/folder_watcher.h"

#include <QDateTime>
#include <QFileInfo>

#include "app/session/photo.h"

namespace gbs::app {

namespace {

/// Pause before a check: a file that is being written changes several times.
constexpr int quiet_milliseconds = 400;

}  // namespace

FolderWatcher::FolderWatcher(QObject* parent) : QObject(parent) {
    quiet_.setSingleShot(true);
    quiet_.setInterval(quiet_milliseconds);
    connect(&quiet_, &QTimer::timeout, this, &FolderWatcher::check);
    // Do not restart a running timer: a steady stream of new files would never be reported.
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
    // A folder that was removed and created again has to be added again.
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
    reported_key_ = seen_key_ = key;
    tasks_.stop();
    if (photo_.isEmpty()) return;
    watcher_.addPath(photo_);
    check();
}

void FolderWatcher::check() {
    tasks_.submit(
        this, [folders = folders_, photo = photo_] { return look_at(folders, photo); },
        [this](const Found& found) { accept(found); });
}

FolderWatcher::Found FolderWatcher::look_at(const QStringList& folders, const QString& photo) {
    Found found;
    for (const QString& folder : folders) {
        const QFileInfo info(folder);
        found.folder_times.push_back(info.isDir() ? info.lastModified().toMSecsSinceEpoch() : 0);
    }
    if (!photo.isEmpty() && QFileInfo::exists(photo)) found.photo_key = photo_key(photo);
    return found;
}

void FolderWatcher::accept(const Found& found) {
    if (!photo_.isEmpty()) accept_photo(found.photo_key);
    if (!folders_.isEmpty()) accept_folders(found.folder_times);
}

void FolderWatcher::accept_photo(const QString& key) {
    // A file is missing for a moment while it is replaced, and its key changes while it is written.
    const bool settled = key == seen_key_;
    seen_key_ = key;
    if (!settled) return quiet_.start();
    if (!key.isEmpty() && !watcher_.files().contains(photo_)) watcher_.addPath(photo_);
    if (key == reported_key_) return;
    reported_key_ = key;
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
