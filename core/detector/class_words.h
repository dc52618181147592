// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// Words of a phrase in small letters (Unicode), without punctuation; "people's" is "people", "s".
std::vector<std::string> words_of(std::string_view phrase);

/// The same phrase however it is written: its words with single spaces.
std::string normalized_phrase(std::string_view phrase);

/// Whether two words are one but for the plural: "dogs" and "dog", "people" and "person", "knives", "buses".
bool same_but_for_plural(std::string_view a, std::string_view b);

/// Which class of a detector a phrase speaks of, as an index into the class names.
///
/// A class name occurs in a phrase where its words stand there in a row, whole and but for the plural
/// ("dining table" in "two wooden dining tables"). The phrase's head is what stands before its first
/// preposition, relative word or participle ("a man" in "a man on a horse"). Of several occurrences wins the
/// one that ends at the last word of the head, then one elsewhere in the head, the last first, then the first
/// one after the head. At one place a name wins over a word that a detector's usual class stands for ("woman"
/// and "boy" are of the class "person", "bike" of "bicycle"), and a longer name over a shorter one.
std::optional<std::size_t> class_of_phrase(std::string_view phrase, std::span<const std::string> class_names);

}  // namespace gbs
