// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/join.h"

namespace gbs {
namespace {

bool is_word_character(utf8proc_int32_t c) {
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::vector<std::string> split_words(std::string_view phrase) {
    std::vector<std::string> words;
    std::string word;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(phrase.data());
    auto left = static_cast<utf8proc_ssize_t>(phrase.size());
    while (left > 0) {
        utf8proc_int32_t c = 0;
        const auto used = utf8proc_iterate(bytes, left, &c);
        if (used > 0 && is_word_character(c)) {
            std::array<utf8proc_uint8_t, 4> out;
            const auto length = utf8proc_encode_char(utf8proc_tolower(c), out.data());
            word.append(reinterpret_cast<const char*>(out.data()), static_cast<std::size_t>(length));
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
        const auto step = std::max<utf8proc_ssize_t>(used, 1);  // a byte that is not UTF-8 separates words
        bytes += step;
        left -= step;
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

std::string to_lower(std::string_view text) {
    std::string lower;
    while (!text.empty()) {
        utf8proc_int32_t c = 0;
        const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &c);
        if (used > 0) {
            std::array<utf8proc_uint8_t, 4> out;
            const auto length = utf8proc_encode_char(utf8proc_tolower(c), out.data());
            lower.append(reinterpret_cast<const char*>(out.data()), static_cast<std::size_t>(length));
        } else {
            lower += text.front();  // a byte that is not UTF-8
        }
        text.remove_prefix(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(used, 1)));
    }
    return lower;
}

std::string normalize_phrase(std::string_view phrase) {
    return join(split_words(phrase), " ");
}

}  // namespace gbs
