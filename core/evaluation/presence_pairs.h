// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/data/phrase_query.h"

namespace gbs {

/// Phrases to ask for on one photo: those that are there, then those that are not.
struct PresenceTask {
    std::string image;
    std::vector<std::string> present, absent;
};

/// Each phrase of each photo once on its photo, and once on a photo of none of whose phrases it shares a word
/// (core/data/photo_words.h), drawn with the seed: the text alone does not tell which is which. Phrases for which there
/// is no such photo are left out. Photos in the order of the data; not visual phrases are left out.
/// Throws Error if there is no pair.
std::vector<PresenceTask> make_presence_tasks(std::span<const PhraseQuery> queries, std::uint64_t seed);

}  // namespace gbs
