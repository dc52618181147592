// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string_view>

#include "core/base/byte_progress.h"

namespace gbs {

/// Streams a text file of any size line by line: `take` gets each non-empty line with its number, counted
/// from 1. Lines end with LF or CRLF; a byte order mark is dropped. `progress` is called every few megabytes.
/// Throws Error if the file cannot be read or a line exceeds 64 MB; Cancelled.
void for_each_line(const std::filesystem::path& file,
                   const std::function<void(std::size_t number, std::string_view line)>& take,
                   const ByteProgress& progress = {}, std::stop_token stop = {});

}  // namespace gbs
