// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/photo_browser.h"

#include <QDir>
#include <QFileInfo>

namespace gbs::app {

PhotoBrowser::PhotoBrowser(QObject* parent) : QObject(parent) {
    connect_scanner();
    connect_loader();
    connect_watcher();
}

void PhotoBrowser::connect_scanner() {
    connect(&scanner_, &FolderScanner::found, this, [this](const QStringList& batch, bool is_first) {
        // A refresh replaces the list only at its end.
        if (again_) return;
        if (is_first) images_.clear();
        images_ += batch;
        Q_EMIT more_images_found(batch, is_first);
        show_first(batch, batch.front());
    });
    connect(&scanner_, &FolderScanner::scanned, this,
            [this](const QStringList& images, const QString& first, const QStringList& folders) {
                scanning_ = false;
                images_ = images;
                opened_ = opening_;
                watcher_.watch_folders(folders);
                Q_EMIT images_found(images, first);
                if (!again_) {
                    opened_file_ = opened_.size() == 1 && first == opened_.front();
                    show_first(images, first);
                    Q_EMIT was_opened(opened_);
                }
                Q_EMIT activity_changed();
            });
    connect(&scanner_, &FolderScanner::failed, this, [this](const QString& reason) {
        scanning_ = false;
        Q_EMIT message(widgets::Severity::error, reason);
        Q_EMIT activity_changed();
    });
}

void PhotoBrowser::connect_loader() {
    connect(&loader_, &PhotoLoader::loaded, this, [this](const Photo& photo) {
        if (photo.path == wanted_path_) adopt(photo);
    });
    connect(&loader_, &PhotoLoader::failed, this, [this](const QString& path, const QString& reason) {
        if (path != wanted_path_) return;
        wanted_path_.clear();
        Q_EMIT photo_failed(path);
        Q_EMIT message(widgets::Severity::error, reason);
        Q_EMIT activity_changed();
    });
    connect(&loader_, &PhotoLoader::was_read_ahead, this, &PhotoBrowser::was_read_ahead);
}

void PhotoBrowser::connect_watcher() {
    connect(&watcher_, &FolderWatcher::folders_changed, this, [this] { scan_again(true); });
    connect(&watcher_, &FolderWatcher::folder_gone, this, [this](const QString& folder) {
        Q_EMIT message(
            widgets::Severity::warning,
            tr("%1 no longer exists. The open photos stay listed.").arg(QDir::toNativeSeparators(folder)));
    });
    connect(&watcher_, &FolderWatcher::photo_changed, this, [this](const QString& path) {
        // Do not interrupt the user, who is opening another photo.
        if (!wanted_path_.isEmpty()) return;
        Q_EMIT message(widgets::Severity::info,
                       tr("%1 has changed on disk and is reloaded.").arg(QFileInfo(path).fileName()));
        show_image(path);
    });
    connect(&watcher_, &FolderWatcher::photo_gone, this, [this](const QString& path) {
        Q_EMIT message(widgets::Severity::warning,
                       tr("%1 was deleted or renamed. It is shown until you open another photo.")
                           .arg(QFileInfo(path).fileName()));
    });
}

QString PhotoBrowser::activity() const {
    if (!wanted_path_.isEmpty()) return tr("Opening %1…").arg(QFileInfo(wanted_path_).fileName());
    return scanning_ && !quiet_ ? tr("Looking for images…") : QString();
}

void PhotoBrowser::open(const QStringList& paths) {
    QStringList existing;
    for (const QString& path : paths) {
        if (QFileInfo::exists(path))
            existing << QFileInfo(path).absoluteFilePath();
        else
            Q_EMIT message(widgets::Severity::error, tr("%1: no such file or folder").arg(path));
    }
    if (existing.isEmpty()) return;
    opening_ = existing;
    again_ = false;
    quiet_ = false;
    scanning_ = true;
    scanner_.scan(existing, subfolders_);
    // Show a file at once, before its folder has been scanned.
    wants_first_ = !QFileInfo(existing.front()).isFile();
    if (!wants_first_) show_image(existing.front());
    Q_EMIT activity_changed();
}

void PhotoBrowser::show_first(const QStringList& images, const QString& first) {
    if (!wants_first_) return;
    wants_first_ = false;
    // The user may have chosen another image already.
    if (wanted_path_.isEmpty() || !images.contains(wanted_path_)) show_image(first);
}

void PhotoBrowser::show_image(const QString& path) {
    if (path.isEmpty()) return;
    if (wanted_path_.isEmpty() && path == photo_.path && photo_key(path) == photo_.key) return;
    wanted_path_ = path;
    loader_.load(path);
    Q_EMIT activity_changed();
}

void PhotoBrowser::reload() {
    if (wanted_path_.isEmpty() && QFileInfo::exists(photo_.path)) show_image(photo_.path);
    scan_again(false);
}

void PhotoBrowser::set_subfolders(bool subfolders) {
    if (subfolders == subfolders_) return;
    subfolders_ = subfolders;
    scan_again(false);
}

void PhotoBrowser::scan_again(bool quiet) {
    if (scanning_ && !again_) {
        // Restart the running scan, which used the old settings.
        scanner_.scan(opening_, subfolders_);
        return;
    }
    if (opened_.isEmpty()) return;
    opening_ = opened_;
    // The user may be waiting for the scan that this one replaces.
    quiet_ = quiet && (!scanning_ || quiet_);
    again_ = true;
    scanning_ = true;
    const QStringList places = opened_file_ ? QStringList{QFileInfo(opened_.front()).path()} : opened_;
    scanner_.scan_again(places, subfolders_);
    Q_EMIT activity_changed();
}

void PhotoBrowser::adopt(const Photo& photo) {
    wanted_path_.clear();
    photo_ = photo;
    watcher_.watch_photo(photo_.path, photo_.key);
    Q_EMIT photo_shown(photo_);
    Q_EMIT activity_changed();
}

}  // namespace gbs::app
