// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/image/photo_names.h"

namespace gbs {

/// Finds the photos that a file's names mean, one name after the other, and refuses what would mix up two photos: a name
/// that fits several photos, and two different names, such as "cats/1.jpg" and "dogs/1.jpg", for one photo, "1.jpg".
class PhotoResolver {
 public:
    /// `where` names the file or folder in errors.
    explicit PhotoResolver(std::string where) : where_(std::move(where)) {}

    void add(std::string_view name);
    std::size_t size() const { return entries_.size(); }
    /// The entry that the name means. Throws Error if two photos could be meant.
    std::optional<std::size_t> find(std::string_view name);
    /// The entries that no name has meant so far.
    std::size_t unused() const;

 private:
    struct Entry {
        std::string name;
        std::string meant_by;  ///< the longest name that meant it, normalized
    };

    std::string where_;
    PhotoNames names_;
    std::vector<Entry> entries_;
};

/// Throws Error if names listed in the file `where` fit two of the wanted photos.
void check_photo_names(const std::string& where, std::span<const std::string> listed,
                       std::span<const std::string> wanted);

}  // namespace gbs
