// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace gbs {
namespace {

/// Windows-1252 from 0x80 to 0x9F; the other bytes are Latin-1.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

}  // namespace

bool is_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto* end = bytes + text.size();
    while (bytes != end) {
        if (*bytes < 0x80) {  // most characters
            ++bytes;
            continue;
        }
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(bytes, end - bytes, &character);
        if (length <= 0) return false;
        bytes += length;
    }
    return true;
}

void append_utf8(std::string& text, std::uint32_t character) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::string decode_windows_1252(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size() + 16);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(decoded, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
    }
    return decoded;
}

std::string printable(std::string_view text) {
    const std::string valid = valid_utf8(text);
    std::string shown;
    for (std::size_t i = 0; i < valid.size(); ++i) {
        const auto byte = static_cast<unsigned char>(valid[i]);
        const bool c1 = byte == 0xC2 && static_cast<unsigned char>(valid[i + 1]) < 0xA0;  // U+0080 to U+009F
        const bool c0 = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
        if (!c0 && !c1) {
            shown += valid[i];
            continue;
        }
        const unsigned char control = c1 ? static_cast<unsigned char>(valid[++i]) : byte;
        shown += "\\x";
        shown += "0123456789abcdef"[control >> 4];
        shown += "0123456789abcdef"[control & 15];
    }
    return shown;
}

std::string valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &character);
        const auto taken = static_cast<std::size_t>(length > 0 ? length : 1);
        valid += length > 0 ? text.substr(0, taken) : std::string_view("\xEF\xBF\xBD");
        text.remove_prefix(taken);
    }
    return valid;
}

std::string_view utf8_prefix(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    const auto is_continuation = [&](std::size_t i) {
        return (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    };
    while (bytes > 0 && is_continuation(bytes)) --bytes;
    return text.substr(0, bytes);
}

}  // namespace gbs
