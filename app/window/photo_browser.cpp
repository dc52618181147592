#include "app/window/photo_browser.h"

#include <QFileInfo>

namespace gbs {

PhotoBrowser::PhotoBrowser(QObject* parent) : QObject(parent) {
    connect(&scanner_, &FolderScanner::scanned, this,
            [this](const QStringList& images, const QString& first) {
                scanning_ = false;
                images_ = images;
                Q_EMIT images_found(images, first);
                // A single file was asked for before its folder was listed, and may have failed by now.
                const bool asked = first == failed_path_ || images.contains(wanted_path_);
                if (!asked) show_image(first);
                Q_EMIT activity_changed();
            });
    connect(&scanner_, &FolderScanner::failed, this, [this](const QString& reason) {
        scanning_ = false;
        Q_EMIT message(Severity::error, reason);
        Q_EMIT activity_changed();
    });
    connect(&loader_, &PhotoLoader::loaded, this, [this](const Photo& photo) {
        if (photo.path == wanted_path_) adopt(photo);
    });
    connect(&loader_, &PhotoLoader::failed, this, [this](const QString& path, const QString& reason) {
        if (path != wanted_path_) return;
        wanted_path_.clear();
        failed_path_ = path;
        Q_EMIT photo_failed(path);
        Q_EMIT message(Severity::error, reason);
        Q_EMIT activity_changed();
    });
}

QString PhotoBrowser::activity() const {
    if (!wanted_path_.isEmpty()) return tr("Opening %1…").arg(QFileInfo(wanted_path_).fileName());
    return scanning_ ? tr("Looking for images…") : QString();
}

void PhotoBrowser::open(const QStringList& paths) {
    QStringList there;
    for (const QString& path : paths) {
        if (QFileInfo::exists(path))
            there << QFileInfo(path).absoluteFilePath();
        else
            Q_EMIT message(Severity::error, tr("%1: there is no such file or folder").arg(path));
    }
    if (there.isEmpty()) return;
    opened_ = there;
    failed_path_.clear();
    scanning_ = true;
    scanner_.scan(there);
    // A file need not wait for the list of its folder.
    if (QFileInfo(there.front()).isFile()) show_image(there.front());
    Q_EMIT activity_changed();
}

void PhotoBrowser::show_image(const QString& path) {
    if (path.isEmpty()) return;
    if (wanted_path_.isEmpty() && path == photo_.path && photo_key(path) == photo_.key) return;
    wanted_path_ = path;
    loader_.load(path);
    Q_EMIT activity_changed();
}

void PhotoBrowser::adopt(const Photo& photo) {
    wanted_path_.clear();
    photo_ = photo;
    Q_EMIT photo_shown(photo_);
    Q_EMIT activity_changed();
}

}  // namespace gbs
