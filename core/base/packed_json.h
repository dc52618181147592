// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace gbs {

/// A value for another process of this program: numbers keep all their bits, and texts may have any bytes.
inline std::string packed(const nlohmann::json& value) {
    std::string bytes;
    nlohmann::json::to_msgpack(value, bytes);
    return bytes;
}
inline nlohmann::json unpacked(const std::string& bytes) {
    return nlohmann::json::from_msgpack(bytes);
}

}  // namespace gbs
