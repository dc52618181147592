// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

// The word lists of the chunker in phrases.h, all in lower case. Internal to training/.
namespace gbs::training::words {

bool is_determiner(std::string_view word);
/// Prepositions, conjunctions, pronouns, auxiliaries, adverbs: words that no phrase holds.
bool is_closed(std::string_view word);
bool is_preposition(std::string_view word);
/// Adjectives common in captions, colours first.
bool is_adjective(std::string_view word);
/// "brightly", "very": goes with the adjective after it.
bool is_degree(std::string_view word);
/// Any form of a verb of captions: base, -s, or irregular past; not -ing and -ed.
bool is_verb(std::string_view word);
/// Verb forms that are as often nouns (slide, waves, race).
bool is_verb_or_noun(std::string_view word);
/// Of those, the ones that after a noun are nearly always verbs, whatever the noun.
bool is_mostly_verb(std::string_view word);
/// Base forms that after a plural are nearly always verbs ("bags walk").
bool is_verb_of_plural(std::string_view word);
/// -ing words that are nouns (building), -ed words that are nouns (sled).
bool is_plain_noun(std::string_view word);
/// -ing words that make compounds (swimming pool, hiking boots) with the nouns of `is_gear`.
bool is_activity(std::string_view word);
bool is_gear(std::string_view word);
/// People and animals: what stands before a verb.
bool is_animate(std::string_view word);
/// "group" in "group of people".
bool is_quantity(std::string_view word);
/// Heads of phrases that name no thing one could point at (front, air, way).
bool is_unseen(std::string_view word);

}  // namespace gbs::training::words
