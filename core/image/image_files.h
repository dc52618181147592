// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// Whether the file name has the extension of an image format that load_image reads.
bool has_image_extension(const std::filesystem::path& path);

/// Natural order: digits compare as numbers (photo9 before photo10), ASCII letters regardless of case.
/// Different texts never compare equal.
bool natural_less(std::string_view a, std::string_view b);

/// Called for each path as it is found; returning false ends the walk.
using PathVisitor = std::function<bool(const std::filesystem::path&)>;

/// Visits the images of a folder in directory order, skipping hidden files. A recursive walk skips hidden
/// folders, links to folders, and folders that cannot be read. `enter` is called for each folder, including
/// the first. Throws Error if the folder is missing or unreadable.
void visit_images(const std::filesystem::path& folder, bool recursive, const PathVisitor& visit,
                  const PathVisitor& enter = {});

/// The images of a folder in natural order. Throws Error if the folder is missing.
std::vector<std::filesystem::path> list_images(const std::filesystem::path& folder, bool recursive = false);

}  // namespace gbs
