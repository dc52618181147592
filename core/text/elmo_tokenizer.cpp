// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/elmo_tokenizer.h"

#include <algorithm>

#include "core/base/text_lines.h"
#include "core/base/utf8.h"

namespace gbs {
namespace {

constexpr std::int64_t begin_sentence = 256, end_sentence = 257, begin_word = 258, end_word = 259,
                       padding = 260;

/// The white space of Python's str.split.
constexpr std::array<std::string_view, 29> spaces{
    "\t",           "\n",           "\v",           "\f",           "\r",
    "\x1c",         "\x1d",         "\x1e",         "\x1f",         " ",
    "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x81",
    "\xe2\x80\x82", "\xe2\x80\x83", "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86",
    "\xe2\x80\x87", "\xe2\x80\x88", "\xe2\x80\x89", "\xe2\x80\x8a", "\xe2\x80\xa8",
    "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80"};
constexpr std::array<std::string_view, 8> abbreviations{"mr.", "mrs.", "etc.", "e.g.",
                                                        "cf.", "c.f.", "eg.",  "al."};
constexpr std::array<std::string_view, 7> contractions{"n't", "'s", "'ve", "'re", "'ll", "'d", "'m"};
constexpr std::array<std::string_view, 9> opening{"\"", "'", "(", "[", "{", "#", "$", "“", "‘"};
constexpr std::array<std::string_view, 14> closing{"\"", "'", ".", ",", ";", ")", "]",
                                                   "}",  ":", "!", "?", "%", "”", "’"};

bool can_split(std::string_view word) {
    return !word.empty() && std::find(abbreviations.begin(), abbreviations.end(),
                                      lower_case(std::string(word))) == abbreviations.end();
}

template <typename List, typename Fits>
std::string_view find_first(const List& list, Fits fits) {
    const auto found = std::find_if(list.begin(), list.end(), fits);
    return found == list.end() ? std::string_view{} : *found;
}

void split_field(std::string_view field, std::vector<std::string>& words) {
    while (can_split(field)) {
        const auto mark = find_first(opening, [&](auto s) { return field.starts_with(s); });
        if (mark.empty()) break;
        words.emplace_back(mark);
        field.remove_prefix(mark.size());
    }
    std::vector<std::string> tail;  // last first
    while (can_split(field)) {
        const auto mark = find_first(closing, [&](auto s) { return field.ends_with(s); });
        if (mark.empty()) break;
        tail.emplace_back(mark);
        field.remove_suffix(mark.size());
    }
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view contraction : contractions) {
            if (!can_split(field) || !lower_case(std::string(field)).ends_with(contraction)) continue;
            tail.emplace_back(field.substr(field.size() - contraction.size()));
            field.remove_suffix(contraction.size());
            found = true;
        }
    }
    if (!field.empty()) words.emplace_back(field);
    words.insert(words.end(), tail.rbegin(), tail.rend());
}

ElmoCharacters add_one(const ElmoCharacters& ids) {
    ElmoCharacters up = ids;
    for (std::int64_t& id : up) ++id;
    return up;
}

ElmoCharacters single_character(std::int64_t mark) {
    ElmoCharacters ids;
    ids.fill(padding);
    ids[0] = begin_word;
    ids[1] = mark;
    ids[2] = end_word;
    return add_one(ids);
}

}  // namespace

std::vector<std::string> split_simple_words(std::string_view raw) {
    const std::string valid = valid_utf8(raw);
    std::string_view text = valid;
    std::vector<std::string> words;
    std::size_t begin = 0, at = 0;
    const auto end_field = [&](std::size_t next) {
        if (at > begin) split_field(text.substr(begin, at - begin), words);
        at = begin = next;
    };
    while (at < text.size()) {
        const auto space = find_first(spaces, [&](auto s) { return text.substr(at).starts_with(s); });
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
    return add_one(ids);
}

ElmoCharacters elmo_sentence_begin() {
    return single_character(begin_sentence);
}

ElmoCharacters elmo_sentence_end() {
    return single_character(end_sentence);
}

}  // namespace gbs
