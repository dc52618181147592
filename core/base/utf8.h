// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gbs {

/// `text` with U+FFFD in place of every invalid byte. File names may contain any bytes.
std::string valid_utf8(std::string_view text);

/// The text with every control character, except line ends and tabs, as "x1b" behind a backslash, and valid_utf8()
/// besides. A name with escape sequences would otherwise change the terminal that shows it.
std::string printable(std::string_view text);

/// The longest prefix of `text` of at most `bytes` bytes that does not split a character.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

/// Whether all bytes are UTF-8.
bool is_utf8(std::string_view text);

/// Appends a character. `character` must be a Unicode scalar value.
void append_utf8(std::string& text, std::uint32_t character);

/// The UTF-8 of a text in Windows-1252, what Windows programs in Western Europe and America write as "ANSI". Its five
/// undefined bytes become U+FFFD.
std::string decode_windows_1252(std::string_view text);

}  // namespace gbs
