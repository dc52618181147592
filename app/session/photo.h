// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <memory>

#include "core/image/image.h"
#include "widgets/figures/photo_pyramid.h"

namespace gbs::app {

/// A photo that was read: what the model sees and what the screen shows, one memory for both.
struct Photo {
    QString path;
    QString key;  ///< path, size and time of change: what caches know it by
    std::shared_ptr<const Image> image;
    std::shared_ptr<const widgets::PhotoPyramid> pyramid;

    bool empty() const { return image == nullptr; }
    QSize size() const { return pyramid ? pyramid->size() : QSize(); }
};

/// Reads and prepares a photo; slow for large ones. Throws Error.
Photo read_photo(const QString& path);
/// The key of the file as it is on disk now.
QString photo_key(const QString& path);

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::Photo)
