// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace gbs {

// Members of untrusted JSON objects: they may be missing or of any type, and nothing here throws.

/// The member; null if `object` is not an object, or the member is missing or null.
const nlohmann::json* find_member(const nlohmann::json& object, const char* key);
/// NaN unless the value is a number.
double to_number(const nlohmann::json& value);
/// NaN unless the member is a number.
double get_number(const nlohmann::json& object, const char* key);
/// Nothing unless the value is an integer of 64 bits: fractions and larger numbers have no value as one.
std::optional<std::int64_t> to_integer(const nlohmann::json& value);
/// Nothing unless the member is an integer of 64 bits.
std::optional<std::int64_t> get_integer(const nlohmann::json& object, const char* key);
/// Trimmed; empty unless the member is a string of at most 100,000 bytes.
std::string get_text(const nlohmann::json& object, const char* key);
/// An id, which data sets write as an integer, a string, or, after pandas had it, a float such as 3.0: all give "3".
/// Empty for any other value.
std::string get_id(const nlohmann::json& object, const char* key);
/// Whether the number is an integer from 1 to 1,000,000.
bool is_image_side(double side);
/// The side of an image in pixels: 0 if missing, -1 if invalid.
int get_side(const nlohmann::json& object, const char* key);
/// Four numbers, or four NaN. `value` may be null.
std::array<double, 4> get_four_numbers(const nlohmann::json* value);
/// The strings of an array, or a single string.
std::vector<std::string> get_texts(const nlohmann::json& object, const char* key);

}  // namespace gbs
