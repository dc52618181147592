// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// Splits a text like AllenNLP's SimpleWordSplitter: at white space; punctuation at both ends of a word and
/// contractions (n't, 's, 've, 're, 'll, 'd, 'm) become separate words; abbreviations such as "mr." and
/// "e.g." are kept. Preserves case. Invalid UTF-8 is read as U+FFFD.
std::vector<std::string> split_simple_words(std::string_view text);

inline constexpr std::size_t elmo_word_length = 50;
using ElmoCharacters = std::array<std::int64_t, elmo_word_length>;

/// Character ids of a word: up to 48 bytes between the begin and end markers, then padding; all plus one,
/// since 0 means "no word".
ElmoCharacters elmo_characters(std::string_view word);
ElmoCharacters elmo_sentence_begin();
ElmoCharacters elmo_sentence_end();

}  // namespace gbs
