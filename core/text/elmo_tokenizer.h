// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// Words as AllenNLP's SimpleWordSplitter cuts them: at white space; signs of punctuation at both ends of a
/// word, and the ends of contractions (n't, 's, 've, 're, 'll, 'd, 'm), are words of their own; "mr.", "e.g."
/// and their like stay whole. Case is kept. Invalid UTF-8 is read as U+FFFD.
std::vector<std::string> simple_words(std::string_view text);

inline constexpr std::size_t elmo_word_length = 50;
using ElmoCharacters = std::array<std::int64_t, elmo_word_length>;

/// Character ids of a word: its bytes between the signs for begin and end of a word, at most 48 of them,
/// then padding; all moved up by one, since 0 stands for "no word".
ElmoCharacters elmo_characters(std::string_view word);
ElmoCharacters elmo_sentence_begin();
ElmoCharacters elmo_sentence_end();

}  // namespace gbs
