// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gbs {

/// `text` with U+FFFD in place of every invalid byte. File names may contain any bytes.
std::string valid_utf8(std::string_view text);

/// The longest prefix of `text` of at most `bytes` bytes that does not split a character.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

}  // namespace gbs
