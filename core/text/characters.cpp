// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/characters.h"

#include <cstdlib>
#include <memory>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace gbs {

bool is_space(char32_t character) {
    return character == U'\t' || character == U'\n' || character == U'\r' || character == U' ' ||
           character == 0xA0 || character == 0x1680 || (character >= 0x2000 && character <= 0x200A) ||
           character == 0x2028 || character == 0x2029 || character == 0x202F || character == 0x205F ||
           character == 0x3000;
}

std::string in_lower_case(const std::string& text) {
    std::string lower;
    lower.reserve(text.size());
    for_each_character(text, [&](char32_t character) {
        // The only character with two code points in lower case: i and a dot above.
        if (character == U'\u0130')
            lower += "i\u0307";
        else
            append_utf8(lower,
                        static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character))));
    });
    return lower;
}

std::string normalize_unicode(const std::string& text, utf8proc_option_t form) {
    utf8proc_uint8_t* result = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &result, form);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(result, std::free);
    if (size < 0) throw Error(std::string("cannot read the phrase: ") + utf8proc_errmsg(size));
    return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

}  // namespace gbs
