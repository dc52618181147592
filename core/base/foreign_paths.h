// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

// What is at a path that came from a user, a file or another program. std::filesystem throws where such a path cannot
// be looked at (a folder without permission, a name that is too long, links in a circle); these do not.
namespace gbs {

/// False also where the path cannot be looked at.
bool path_exists(const std::filesystem::path& path);
bool is_folder(const std::filesystem::path& path);
bool is_plain_file(const std::filesystem::path& path);

/// The entries of a folder, unsorted. If it cannot be read to its end, `code` says why and the entries so far are
/// returned.
std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder, std::error_code& code);
/// The entries that can be read.
std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder);

}  // namespace gbs
