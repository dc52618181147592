// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <mutex>
#include <optional>

#include "app/session/photo.h"
#include "core/base/lru_cache.h"

namespace gbs::app {

/// The last photos that were read, bounded in bytes. Thread-safe.
class PhotoCache {
 public:
    static constexpr std::size_t max_bytes = std::size_t{256} << 20;

    std::optional<Photo> find(const QString& key);
    /// A photo larger than half the limit is not cached.
    void insert(const Photo& photo);

 private:
    std::mutex mutex_;
    LruCache<Photo> photos_{max_bytes};
};

}  // namespace gbs::app
