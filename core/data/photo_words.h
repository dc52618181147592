// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"

namespace gbs {

/// The words of a text that say what is seen, in all their possible singulars (core/base/singulars.h): without
/// articles, pronouns, prepositions, conjunctions and numbers.
std::set<std::string> seen_words(std::string_view text);

/// The words with which photos are described, to find photos that a phrase does not fit: as far as words tell, those
/// of which no text has any of its words. A photo of "a guy" is taken as one without "a man".
class PhotoWords {
 public:
    /// Adds a photo with all that is known to be said of it.
    void add(std::span<const std::string> texts);
    std::size_t size() const { return photos_.size(); }
    /// Whether no text of the photo has any of the words.
    bool lacks(std::size_t photo, const std::set<std::string>& words) const;
    /// A photo that lacks the words of the phrase, each such photo equally likely; none if there are no such words, or
    /// hardly a photo without them.
    std::optional<std::size_t> draw_without(std::string_view phrase, Random& random) const;

 private:
    std::vector<std::set<std::string>> photos_;
};

}  // namespace gbs
