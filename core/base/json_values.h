// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace gbs {

// Members of JSON objects from outside, which may be missing or of any kind.

/// The member, or null where the value is no object, has none of that name, or it is null.
const nlohmann::json* member_of(const nlohmann::json& object, const char* key);
/// NaN where it is no number.
double number_of(const nlohmann::json& value);
double number_of(const nlohmann::json& object, const char* key);
/// Without white space at the ends; empty where it is no text or longer than 100,000 bytes.
std::string text_of(const nlohmann::json& object, const char* key);
/// A number or text as text: data sets use either for ids. Empty where it is neither.
std::string id_of(const nlohmann::json& object, const char* key);
/// A side of an image from 1 to a million.
bool is_image_side(double side);
/// The side of an image in pixels: 0 where it is not given, -1 where it is impossible.
int side_of(const nlohmann::json& object, const char* key);
/// Four numbers, or four NaN.
std::array<double, 4> four_of(const nlohmann::json* value);
/// The texts of an array; of a single text that one.
std::vector<std::string> texts_of(const nlohmann::json& object, const char* key);

}  // namespace gbs
