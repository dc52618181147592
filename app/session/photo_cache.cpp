// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/photo_cache.h"

namespace gbs::app {

std::optional<Photo> PhotoCache::find(const QString& key) {
    const std::lock_guard lock(mutex_);
    return photos_.find(key.toStdString());
}

void PhotoCache::insert(const Photo& photo) {
    // RGB, and a third of RGB32 for the smaller levels of the pyramid.
    const std::size_t bytes = photo.image->pixels() * 3 + photo.image->pixels() * 4 / 3;
    if (bytes > max_bytes / 2) return;
    const std::lock_guard lock(mutex_);
    photos_.insert(photo.key.toStdString(), photo, bytes);
}

}  // namespace gbs::app
