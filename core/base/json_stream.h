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

/// Selects values of a JSON document. The path leads from the root to the value: a key of an object, or "*"
/// for each value of an array. {"images", "*"} selects each image of a COCO file.
struct JsonElements {
    std::vector<std::string> path;
    /// Keys to keep in objects inside the value; other members are skipped. Empty keeps all.
    std::vector<std::string> keys;
    std::function<void(nlohmann::json&)> take;
};

/// Of values within values.
inline constexpr int max_json_depth = 100;

/// Streams a JSON file of any size; only one selected value is in memory at a time. NaN and Infinity, written
/// by Python but not valid JSON, become null. `progress` is called after each block.
/// Returns the number of values found for each entry of `wanted`.
/// Throws Error if the file is missing or not JSON (with the byte offset), a string or selected value exceeds
/// 64 MB or a million values, or values are nested deeper than max_json_depth; Cancelled.
std::vector<std::size_t> stream_json(const std::filesystem::path& file, std::span<const JsonElements> wanted,
                                     const ByteProgress& progress = {}, std::stop_token stop = {});

/// The first key of the root object, or of the objects in the root array, that is in `names`. Reading stops
/// there. Empty if the file is not JSON or has none of them.
std::optional<std::string> first_json_key(const std::filesystem::path& file,
                                          std::span<const std::string_view> names);

/// Parses a text under the same limits, with NaN as null. Empty if it is not valid JSON.
std::optional<nlohmann::json> parse_json(std::string_view text);

}  // namespace gbs
