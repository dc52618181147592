// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace gbs {

/// Replaces a file atomically: `write` fills a temporary file next to `path`, which is synced and renamed
/// over it. On failure (full disk, read-only folder) the old file is unchanged, the temporary file is
/// removed, and Error is thrown.
void write_atomically(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);
void write_atomically(const std::filesystem::path& path, std::string_view text);

/// Opens a file for reading in binary mode. Throws Error if it is missing, not a
/// regular file (except in /dev), or cannot be opened.
std::ifstream open_to_read(const std::filesystem::path& path);
/// The contents of a file. Throws Error, also if it exceeds `limit` bytes.
std::string read_text(const std::filesystem::path& path, std::size_t limit = std::size_t{1} << 30);

}  // namespace gbs
