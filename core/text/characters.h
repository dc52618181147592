// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utf8proc.h>

#include <string>
#include <string_view>

// What the tokenizers share: characters of a text in UTF-8.
namespace gbs {

/// Calls `visit` with each code point, and with U+FFFD for invalid UTF-8.
template <typename Visit>
void for_each_character(std::string_view text, Visit visit) {
    const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto* const end = next + text.size();
    while (next < end) {
        utf8proc_int32_t character = 0;
        const utf8proc_ssize_t size = utf8proc_iterate(next, end - next, &character);
        visit(size > 0 ? static_cast<char32_t>(character) : U'\uFFFD');
        next += size > 0 ? size : 1;
    }
}

/// Unicode's White_Space, except the control characters U+000B, U+000C, U+001C to U+001F and U+0085.
bool is_space(char32_t character);

/// The text in lower case, character by character.
std::string in_lower_case(const std::string& text);

/// The text in one of Unicode's normal forms, such as UTF8PROC_STABLE | UTF8PROC_COMPOSE. Throws Error.
std::string normalize_unicode(const std::string& text, utf8proc_option_t form);

}  // namespace gbs
