// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/byte_progress.h"

namespace gbs {

/// The lines of a file that are not UTF-8 and were read as Windows-1252.
struct LegacyLines {
    std::size_t count = 0;
    std::size_t first = 0;  ///< its number, counted from 1
    /// What to tell the reader of the file; empty if there is no such line.
    std::string describe() const;
};

/// Streams a text file of any size line by line, as UTF-8 (text_stream.h): `take` gets each non-empty line with its
/// number, counted from 1. Lines end with LF, CRLF or CR. A line that is not UTF-8 is read as Windows-1252 and
/// counted. `progress` is called after each block.
/// Throws Error if the file cannot be read or a line exceeds 64 MB; Cancelled.
LegacyLines for_each_line(const std::filesystem::path& file,
                          const std::function<void(std::size_t number, std::string_view line)>& take,
                          const ByteProgress& progress = {}, std::stop_token stop = {});

/// The first line of a file that is not blank, or its first 4 KB if it is longer; empty for an empty file.
/// Throws Error if the file cannot be read.
std::string read_first_line(const std::filesystem::path& file);

}  // namespace gbs
