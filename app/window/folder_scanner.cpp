#include "app/window/folder_scanner.h"

#include <QDir>
#include <QFileInfo>

#include "app/window/convert.h"
#include "core/image.h"

namespace gbs {

namespace {

QStringList images_in(const QString& folder) {
    QStringList images;
    for (const auto& path : list_images(to_path(folder))) images << to_qstring(path);
    return images;
}

struct Found {
    QStringList images;
    QString first;
};

Found find(const QStringList& paths) {
    Found found;
    if (paths.size() == 1 && QFileInfo(paths.front()).isFile()) {
        const QFileInfo file(paths.front());
        found.first = file.absoluteFilePath();
        found.images = images_in(file.absolutePath());
        // A name that does not look like an image: asked for by name, so it is tried.
        if (!found.images.contains(found.first)) found.images.prepend(found.first);
        return found;
    }
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (info.isDir())
            found.images += images_in(info.absoluteFilePath());
        else
            found.images << info.absoluteFilePath();
    }
    found.images.removeDuplicates();
    if (!found.images.isEmpty()) found.first = found.images.front();
    return found;
}

}  // namespace

FolderScanner::FolderScanner(QObject* parent)
    : QObject(parent),
      worker_([this](const QStringList& paths, std::stop_token stop) { handle(paths, std::move(stop)); }) {}

void FolderScanner::scan(const QStringList& paths) {
    worker_.submit(paths);
}

void FolderScanner::handle(const QStringList& paths, std::stop_token stop) {
    try {
        const Found found = find(paths);
        if (stop.stop_requested()) return;
        if (found.images.isEmpty())
            Q_EMIT failed(tr("%1: there are no images in it").arg(QDir::toNativeSeparators(paths.value(0))));
        else
            Q_EMIT scanned(found.images, found.first);
    } catch (const std::exception& error) {
        if (!stop.stop_requested()) Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

}  // namespace gbs
