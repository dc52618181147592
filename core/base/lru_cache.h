// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace gbs {

/// A cache by key that drops the least recently used values beyond a capacity in bytes. Not thread-safe.
template <typename Value>
class LruCache {
 public:
    explicit LruCache(std::size_t capacity_bytes) : capacity_(capacity_bytes) {}

    std::optional<Value> find(const std::string& key) {
        const auto found = index_.find(key);
        if (found == index_.end()) return std::nullopt;
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->value;
    }

    /// Values larger than the capacity are not cached.
    void insert(const std::string& key, Value value, std::size_t bytes) {
        erase(key);
        if (bytes > capacity_) return;
        entries_.push_front({key, std::move(value), bytes});
        index_[key] = entries_.begin();
        used_ += bytes;
        while (used_ > capacity_) erase(std::string(entries_.back().key));
    }

 private:
    struct Entry {
        std::string key;
        Value value;
        std::size_t bytes;
    };

    void erase(const std::string& key) {
        const auto found = index_.find(key);
        if (found == index_.end()) return;
        used_ -= found->second->bytes;
        entries_.erase(found->second);
        index_.erase(found);
    }

    std::size_t capacity_;
    std::size_t used_ = 0;
    std::list<Entry> entries_;
    std::unordered_map<std::string, typename std::list<Entry>::iterator> index_;
};

}  // namespace gbs
