// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gbs::training {

/// The noun phrases of an English photo caption (any UTF-8), in order, words joined by single spaces, case
/// kept: "A black dog is running after a white dog in the snow ." gives "A black dog", "a white dog", "the
/// snow". Training on phrases is an option beyond the paper: the benchmarks ask for phrases, the paper trains
/// on captions.
///
/// A rule-based chunker: determiners, adjectives and nouns are gathered until a closed-class word
/// (preposition, conjunction, pronoun, auxiliary, adverb), a verb or punctuation. Further rules:
/// - "-ing" and "-ed" words before a noun are modifiers ("a smiling girl", "a striped shirt"), elsewhere
///   verbs; some "-ing" words are nouns (building, clothing, railing).
/// - A word that can be verb or noun (jump, slide, waves) is a verb after a person, an animal and "to".
/// - "group of people", "body of water" and "black and white dog" stay together.
/// - Phrases that name nothing visible are dropped: pronouns, "the air", "the camera", "front", numbers
///   alone.
/// A caption can have none. Mistakes remain where only the meaning tells verb from noun.
std::vector<std::string> noun_phrases(std::string_view caption);

}  // namespace gbs::training
