// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <mutex>
#include <optional>

#include "app/session/photo.h"
#include "core/base/lru_cache.h"

namespace gbs::app {

/// The photos that were read last, bounded in bytes. Safe from several threads.
class PhotoCache {
 public:
    static constexpr std::size_t most_bytes = std::size_t{256} << 20;

    std::optional<Photo> find(const QString& key);
    /// A photo of more than half the bound is not kept.
    void insert(const Photo& photo);

 private:
    std::mutex mutex_;
    LruCache<Photo> photos_{most_bytes};
};

}  // namespace gbs::app
