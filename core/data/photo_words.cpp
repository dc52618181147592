// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/photo_words.h"

#include <algorithm>

#include "core/base/singulars.h"
#include "core/base/words.h"

namespace gbs {
namespace {

/// So many photos without a word are tried for one phrase.
constexpr int max_tries = 1000;

bool says_nothing_seen(const std::string& word) {
    static const std::set<std::string, std::less<>> all{
        "a",      "an",    "the",    "this",   "that",  "these",   "those",   "some",    "several",
        "many",   "few",   "all",    "both",   "each",  "every",   "other",   "others",  "another",
        "one",    "two",   "three",  "four",   "five",  "six",     "seven",   "eight",   "nine",
        "ten",    "his",   "her",    "hers",   "its",   "their",   "theirs",  "my",      "your",
        "our",    "him",   "he",     "she",    "it",    "they",    "them",    "himself", "herself",
        "itself", "who",   "which",  "what",   "and",   "or",      "but",     "as",      "of",
        "in",     "on",    "at",     "by",     "with",  "without", "for",     "from",    "to",
        "into",   "onto",  "over",   "under",  "near",  "next",    "behind",  "beside",  "between",
        "above",  "below", "around", "across", "along", "through", "against", "up",      "down",
        "off",    "out",   "is",     "are",    "s",     "t",       "very",    "there"};
    return all.contains(word);
}

}  // namespace

std::set<std::string> seen_words(std::string_view text) {
    std::set<std::string> seen;
    for (const std::string& word : split_words(text))
        if (!says_nothing_seen(word)) seen.merge(singulars(word));
    return seen;
}

void PhotoWords::add(std::span<const std::string> texts) {
    std::set<std::string>& words = photos_.emplace_back();
    for (const std::string& text : texts) words.merge(seen_words(text));
}

bool PhotoWords::lacks(std::size_t photo, const std::set<std::string>& words) const {
    return std::ranges::none_of(words,
                                [&](const std::string& word) { return photos_[photo].contains(word); });
}

std::optional<std::size_t> PhotoWords::draw_without(std::string_view phrase, Random& random) const {
    const std::set<std::string> words = seen_words(phrase);
    if (words.empty() || photos_.empty()) return std::nullopt;
    for (int i = 0; i < max_tries; ++i) {
        const std::size_t photo = random.integer(photos_.size());
        if (lacks(photo, words)) return photo;
    }
    return std::nullopt;
}

}  // namespace gbs
