// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QMetaType>
#include <QString>
#include <memory>

#include "core/image/image.h"
#include "widgets/figures/photo_pyramid.h"

namespace gbs::app {

/// A photo in memory: the pixels for the model and, sharing them, the pyramid for the screen.
struct Photo {
    QString path;
    QString key;  ///< photo_key() of the file that was read; the key of all caches
    std::shared_ptr<const Image> image;
    std::shared_ptr<const widgets::PhotoPyramid> pyramid;

    bool empty() const { return image == nullptr; }
    QSize size() const { return pyramid ? pyramid->size() : QSize(); }
};

/// Reads a photo and builds its pyramid; slow for large photos. Throws Error.
Photo read_photo(const QString& path);
/// The photo within `bounds`, many times faster if it is a large JPEG. Throws Error.
QImage read_small_photo(const QString& path, QSize bounds);
/// Path, size and modification time of the file on disk.
QString photo_key(const QString& path);

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::Photo)
