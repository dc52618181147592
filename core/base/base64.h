// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

std::string encode_base64(std::span<const std::uint8_t> bytes);
/// The bytes of a text in base64 with its padding, nothing if it is none. White space is not skipped.
std::optional<std::vector<std::uint8_t>> decode_base64(std::string_view text);

}  // namespace gbs
