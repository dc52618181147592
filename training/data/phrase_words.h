// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

// Word lists of the chunker in phrases.h, in lower case.
namespace gbs::training::words {

bool is_determiner(std::string_view word);
/// Prepositions, conjunctions, pronouns, auxiliaries, adverbs: words that end a phrase.
bool is_closed(std::string_view word);
bool is_preposition(std::string_view word);
/// Adjectives common in captions, colors first.
bool is_adjective(std::string_view word);
/// "brightly", "very": modifies the adjective that follows.
bool is_degree(std::string_view word);
/// Base form, -s form or irregular past of a verb; not -ing and -ed forms.
bool is_verb(std::string_view word);
/// Verb forms that are nouns just as often (slide, waves, race).
bool is_verb_or_noun(std::string_view word);
/// Those of is_verb_or_noun that are nearly always verbs after a noun.
bool is_mostly_verb(std::string_view word);
/// Base forms that after a plural are nearly always verbs ("bags walk").
bool is_verb_of_plural(std::string_view word);
/// -ing words that are nouns (building), -ed words that are nouns (sled).
bool is_plain_noun(std::string_view word);
/// -ing words that make compounds (swimming pool, hiking boots) with the nouns of `is_gear`.
bool is_activity(std::string_view word);
bool is_gear(std::string_view word);
/// People and animals, which precede verbs.
bool is_animate(std::string_view word);
/// "group" in "group of people".
bool is_quantity(std::string_view word);
/// Heads of phrases that name nothing visible (front, air, way).
bool is_unseen(std::string_view word);

}  // namespace gbs::training::words
