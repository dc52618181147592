// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gbs {

/// `text` with U+FFFD in place of every byte that is no part of valid UTF-8: a file name may be anything.
std::string valid_utf8(std::string_view text);

/// The longest beginning of `text` of at most `bytes` bytes that does not end within a character.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

}  // namespace gbs
