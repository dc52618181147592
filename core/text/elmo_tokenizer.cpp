// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/elmo_tokenizer.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace gbs {
namespace {

constexpr std::int64_t begin_sentence = 256, end_sentence = 257, begin_word = 258, end_word = 259,
                       padding = 260;

/// White space as Python's str.split knows it.
constexpr std::array<std::string_view, 29> spaces{
    "\t",           "\n",           "\v",           "\f",           "\r",
    "\x1c",         "\x1d",         "\x1e",         "\x1f",         " ",
    "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x81",
    "\xe2\x80\x82", "\xe2\x80\x83", "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86",
    "\xe2\x80\x87", "\xe2\x80\x88", "\xe2\x80\x89", "\xe2\x80\x8a", "\xe2\x80\xa8",
    "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80"};
constexpr std::array<std::string_view, 8> whole_words{"mr.", "mrs.", "etc.", "e.g.",
                                                      "cf.", "c.f.", "eg.",  "al."};
constexpr std::array<std::string_view, 7> contractions{"n't", "'s", "'ve", "'re", "'ll", "'d", "'m"};
constexpr std::array<std::string_view, 9> opening{"\"", "'", "(", "[", "{", "#", "$", "“", "‘"};
constexpr std::array<std::string_view, 14> closing{"\"", "'", ".", ",", ";", ")", "]",
                                                   "}",  ":", "!", "?", "%", "”", "’"};

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& sign : lower)
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
    return lower;
}

bool can_split(std::string_view word) {
    return !word.empty() &&
           std::find(whole_words.begin(), whole_words.end(), ascii_lower(word)) == whole_words.end();
}

template <typename List, typename Fits>
std::string_view first_that(const List& list, Fits fits) {
    const auto found = std::find_if(list.begin(), list.end(), fits);
    return found == list.end() ? std::string_view{} : *found;
}

void split_field(std::string_view field, std::vector<std::string>& words) {
    while (can_split(field)) {
        const auto sign = first_that(opening, [&](auto s) { return field.starts_with(s); });
        if (sign.empty()) break;
        words.emplace_back(sign);
        field.remove_prefix(sign.size());
    }
    std::vector<std::string> tail;  // from the end
    while (can_split(field)) {
        const auto sign = first_that(closing, [&](auto s) { return field.ends_with(s); });
        if (sign.empty()) break;
        tail.emplace_back(sign);
        field.remove_suffix(sign.size());
    }
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view contraction : contractions) {
            if (!can_split(field) || !ascii_lower(field).ends_with(contraction)) continue;
            tail.emplace_back(field.substr(field.size() - contraction.size()));
            field.remove_suffix(contraction.size());
            found = true;
        }
    }
    if (!field.empty()) words.emplace_back(field);
    words.insert(words.end(), tail.rbegin(), tail.rend());
}

ElmoCharacters moved_up(const ElmoCharacters& ids) {
    ElmoCharacters up = ids;
    for (std::int64_t& id : up) ++id;
    return up;
}

ElmoCharacters of_one_sign(std::int64_t sign) {
    ElmoCharacters ids;
    ids.fill(padding);
    ids[0] = begin_word;
    ids[1] = sign;
    ids[2] = end_word;
    return moved_up(ids);
}

}  // namespace

std::vector<std::string> simple_words(std::string_view raw) {
    const std::string valid = valid_utf8(raw);
    std::string_view text = valid;
    std::vector<std::string> words;
    std::size_t begin = 0, at = 0;
    const auto end_field = [&](std::size_t next) {
        if (at > begin) split_field(text.substr(begin, at - begin), words);
        at = begin = next;
    };
    while (at < text.size()) {
        const auto space = first_that(spaces, [&](auto s) { return text.substr(at).starts_with(s); });
        if (space.empty())
            ++at;
        else
            end_field(at + space.size());
    }
    end_field(at);
    return words;
}

ElmoCharacters elmo_characters(std::string_view word) {
    const std::string_view bytes = word.substr(0, elmo_word_length - 2);
    ElmoCharacters ids;
    ids.fill(padding);
    ids[0] = begin_word;
    for (std::size_t i = 0; i < bytes.size(); ++i) ids[i + 1] = static_cast<unsigned char>(bytes[i]);
    ids[bytes.size() + 1] = end_word;
    return moved_up(ids);
}

ElmoCharacters elmo_sentence_begin() {
    return of_one_sign(begin_sentence);
}

ElmoCharacters elmo_sentence_end() {
    return of_one_sign(end_sentence);
}

}  // namespace gbs
