// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_progress.h"

namespace gbs {

/// Which values of a document are wanted. The path leads from the root to the value: a key of an object, or
/// "*" for each value of an array; {"images", "*"} is each image of a COCO file.
struct JsonElements {
    std::vector<std::string> path;
    /// Keys kept of objects inside the value; the others are passed over unseen. Empty keeps all.
    std::vector<std::string> keys;
    std::function<void(nlohmann::json&)> take;
};

/// Reads a JSON file of any size as a stream: only one wanted value is in memory at a time. NaN and Infinity,
/// which Python writes and JSON does not know, become null. `progress` is called every few megabytes.
/// Returns how many values were found for each entry of `wanted`.
/// Throws Error where the file is missing or not JSON (with the byte), where a text or a wanted value is
/// larger than 64 MB or a million values, and where values are nested deeper than 100; Cancelled.
std::vector<std::size_t> stream_json(const std::filesystem::path& file, std::span<const JsonElements> wanted,
                                     const ByteProgress& progress = {}, std::stop_token stop = {});

/// The first of the names that is a key of the root object, or of the objects in the root array, in the order
/// of the file; reading ends there. Nothing where the file is not JSON or has none of them.
std::optional<std::string> first_json_key(const std::filesystem::path& file,
                                          std::span<const std::string_view> names);

/// One value in memory, under the same limits and with NaN as null; nothing where it is not valid.
std::optional<nlohmann::json> parse_json(std::string_view text);

}  // namespace gbs
