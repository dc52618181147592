// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gbs {

/// A phrase to judge in a photo.
struct WorkItem {
    std::string image, phrase;
    std::string annotator;  ///< who is to judge it; empty: everybody

    bool operator==(const WorkItem&) const = default;
};

/// Reads a table with a header (CSV with commas, semicolons or tabs) that has the columns "image" and "phrase" and may
/// have "annotator"; other columns are ignored. Throws Error that names the line.
std::vector<WorkItem> read_work_list(const std::filesystem::path& file);

}  // namespace gbs
