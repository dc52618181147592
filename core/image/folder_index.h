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
#include <unordered_map>
#include <vector>

namespace gbs {

/// The files below a folder, listed once: data sets put their photos and lists wherever they like.
class FolderIndex {
 public:
    /// Walks the folder and its subfolders (links too, each folder once), at most eight deep, in the order of
    /// their names.
    /// Throws Error for a missing folder, Cancelled.
    explicit FolderIndex(std::filesystem::path folder, std::stop_token stop = {});

    const std::filesystem::path& folder() const { return folder_; }
    /// The photo of a data set's name, which may hold folders ("val2014/1.jpg"): by the last part of the
    /// name; where several photos share it, the one whose path ends like the name, else the first.
    std::optional<std::filesystem::path> photo(std::string_view name) const;
    std::size_t photos() const { return photo_count_; }

    /// Files that are no photos, sorted by depth, then by path.
    const std::vector<std::filesystem::path>& others() const { return others_; }
    /// The first of them with this file name.
    std::optional<std::filesystem::path> file(std::string_view name) const;
    /// The first folder with this name.
    std::optional<std::filesystem::path> subfolder(std::string_view name) const;

 private:
    void walk(const std::filesystem::path& folder, int depth, const std::stop_token& stop);

    std::filesystem::path folder_;
    std::unordered_map<std::string, std::vector<std::filesystem::path>> photos_;
    std::size_t photo_count_ = 0;
    std::vector<std::filesystem::path> others_, folders_;
    std::set<std::filesystem::path> walked_;  ///< without links, so that a loop of links ends
};

}  // namespace gbs
