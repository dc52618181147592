// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace gbs {

/// Digits count as numbers, so that photo9 comes before photo10; letters without regard to ASCII case. Equal
/// only for equal texts.
bool natural_less(std::string_view a, std::string_view b);

/// Called for each path as it is found; false ends the walk.
using PathVisitor = std::function<bool(const std::filesystem::path&)>;

/// Walks the images of a folder in the order that the disk has them, without hidden files; recursively on
/// request, without hidden folders, links to folders and folders that may not be read. `enter` is called for
/// each folder, the first one included. Throws Error for a missing or unreadable folder.
void visit_images(const std::filesystem::path& folder, bool recursive, const PathVisitor& visit,
                  const PathVisitor& enter = {});

}  // namespace gbs
