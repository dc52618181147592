// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json_values.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/text_lines.h"

namespace gbs {
namespace {

using nlohmann::json;

constexpr std::size_t max_text_bytes = 100'000;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

const json* find_member(const json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

double to_number(const json& value) {
    return value.is_number() ? value.get<double>() : nan;
}

double get_number(const json& object, const char* key) {
    const json* found = find_member(object, key);
    return found ? to_number(*found) : nan;
}

std::optional<std::int64_t> to_integer(const json& value) {
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return value.get<std::int64_t>();
}

std::optional<std::int64_t> get_integer(const json& object, const char* key) {
    const json* found = find_member(object, key);
    return found ? to_integer(*found) : std::nullopt;
}

std::string get_text(const json& object, const char* key) {
    const json* found = find_member(object, key);
    if (!found || !found->is_string()) return {};
    const auto text = trimmed(found->get_ref<const std::string&>());
    return text.size() > max_text_bytes ? std::string() : std::string(text);
}

std::string get_id(const json& object, const char* key) {
    const json* found = find_member(object, key);
    if (!found) return {};
    if (found->is_number_unsigned()) return std::to_string(found->get<std::uint64_t>());
    if (found->is_number_integer()) return std::to_string(found->get<std::int64_t>());
    if (const double number = to_number(*found); number == std::floor(number) && std::abs(number) < 0x1p53)
        return std::to_string(static_cast<std::int64_t>(number));
    return found->is_string() ? found->get<std::string>() : std::string();
}

bool is_image_side(double side) {
    return side >= 1 && side <= 1e6 && side == std::floor(side);
}

int get_side(const json& object, const char* key) {
    const json* found = find_member(object, key);
    if (!found) return 0;
    const double side = to_number(*found);
    return is_image_side(side) ? static_cast<int>(side) : -1;
}

std::array<double, 4> get_four_numbers(const json* value) {
    std::array<double, 4> numbers;
    numbers.fill(nan);
    if (value && value->is_array() && value->size() == 4)
        for (std::size_t i = 0; i < 4; ++i) numbers[i] = to_number((*value)[i]);
    return numbers;
}

std::vector<std::string> get_texts(const json& object, const char* key) {
    const json* found = find_member(object, key);
    std::vector<std::string> texts;
    if (found && found->is_string()) texts.push_back(found->get<std::string>());
    if (found && found->is_array())
        for (const json& one : *found)
            if (one.is_string()) texts.push_back(one.get<std::string>());
    return texts;
}

}  // namespace gbs
