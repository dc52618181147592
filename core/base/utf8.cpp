// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/utf8.h"

#include <utf8proc.h>

namespace gbs {

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
