// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/image/photo_names.h"

namespace gbs {

/// An index of all files below a folder. Data sets place their photos and lists in many ways.
class FolderIndex {
 public:
    /// Walks the folder and its subfolders, up to eight levels deep, in name order. Follows links but visits
    /// each folder once. Throws Error if the folder is missing; Cancelled.
    explicit FolderIndex(std::filesystem::path folder, std::stop_token stop = {});

    const std::filesystem::path& folder() const { return folder_; }
    /// The photo that a name in a data set means, such as "val2014/1.jpg": photos are known by their path
    /// relative to the folder (photo_names.h). Nothing if the name fits several photos equally well.
    std::optional<std::filesystem::path> photo(std::string_view name) const;
    std::size_t photos() const { return photos_.size(); }
    /// The paths of all photos relative to the folder, in the order of the walk.
    const std::vector<std::string>& photo_names() const { return photos_; }

    /// All other files, sorted by depth, then path.
    const std::vector<std::filesystem::path>& others() const { return others_; }
    /// The first of them with this file name.
    std::optional<std::filesystem::path> file(std::string_view name) const;
    /// The first folder with this name.
    std::optional<std::filesystem::path> subfolder(std::string_view name) const;

 private:
    void walk(const std::filesystem::path& folder, int depth, const std::stop_token& stop);

    std::filesystem::path folder_;
    std::vector<std::string> photos_;
    PhotoNames names_;
    std::vector<std::filesystem::path> others_, folders_;
    std::set<std::filesystem::path> walked_;  ///< resolved paths, to stop at cyclic links
};

}  // namespace gbs
