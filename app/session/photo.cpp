// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/photo.h"

#include <QDateTime>
#include <QFileInfo>

#include "app/base/convert.h"

namespace gbs::app {

namespace {

/// A QImage that shares the pixels of `image` and keeps them alive.
QImage wrap(const std::shared_ptr<const Image>& image) {
    auto* const owner = new std::shared_ptr<const Image>(image);
    return QImage(
        image->rgb.data(), image->width, image->height, static_cast<qsizetype>(image->width) * 3,
        QImage::Format_RGB888, [](void* held) { delete static_cast<std::shared_ptr<const Image>*>(held); },
        owner);
}

}  // namespace

QString photo_key(const QString& path) {
    const QFileInfo info(path);
    return QStringLiteral("%1|%2|%3")
        .arg(info.absoluteFilePath())
        .arg(info.size())
        .arg(info.lastModified().toMSecsSinceEpoch());
}

QImage read_small_photo(const QString& path, QSize bounds) {
    return wrap(std::make_shared<const Image>(
                    load_small_image(to_path(path), bounds.width(), bounds.height())))
        .scaled(bounds, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

Photo read_photo(const QString& path) {
    Photo photo;
    photo.path = path;
    photo.key = photo_key(path);
    photo.image = std::make_shared<const Image>(load_image(to_path(path)));
    photo.pyramid = std::make_shared<const widgets::PhotoPyramid>(wrap(photo.image));
    return photo;
}

}  // namespace gbs::app
