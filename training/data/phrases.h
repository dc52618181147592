// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"

namespace gbs::training {

// What text is shown to the model: whole captions, windows of words or noun phrases cut from them (our
// option; the benchmarks ask for phrases where the paper trains on captions). Words are what stands between
// white space, as in the captions of Flickr8k ("A black dog is running ."); punctuation glued to a word is
// taken off. Text may be any UTF-8.

/// A run of `min_words` to `max_words` neighbouring words (a uniform length, the whole caption where it is
/// shorter), uniform among the runs of that length that hold a word with a meaning of its own, if there are
/// such. Punctuation is left out. Empty for a caption without words. Throws Error unless 1 <= min_words <=
/// max_words.
std::string caption_window(std::string_view caption, int min_words, int max_words, Random& random);

/// The noun phrases of an English photo caption, in order, words joined by single spaces, case kept:
/// "A black dog is running after a white dog in the snow ." gives "A black dog", "a white dog", "the snow".
///
/// A chunker by rules, without a model: determiners, adjectives and nouns are gathered until a word of a
/// closed class (preposition, conjunction, pronoun, auxiliary, adverb), a verb or punctuation. Rules beyond
/// that:
/// - "-ing" and "-ed" words before a noun are modifiers ("a smiling girl", "a striped shirt"), elsewhere
/// verbs;
///   some "-ing" words are nouns (building, clothing, railing).
/// - A word that is a verb or a noun (jump, slide, waves) is a verb after a person or an animal and after
/// "to".
/// - "group of people", "body of water", "pair of jeans" stay whole; "black and white dog" too.
/// - Phrases of which nothing can be seen are left out: pronouns, "the air", "the camera", "front", "top",
/// numbers alone. A caption can give none. Mistakes remain where only the meaning tells verb and noun apart.
std::vector<std::string> noun_phrases(std::string_view caption);

}  // namespace gbs::training
