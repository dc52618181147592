// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/presence_pairs.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/photo_words.h"

namespace gbs {
namespace {

void add_once(std::vector<std::string>& phrases, const std::string& phrase) {
    if (std::ranges::find(phrases, phrase) == phrases.end()) phrases.push_back(phrase);
}

/// The photos with their phrases, each once.
std::vector<PresenceTask> group(std::span<const PhraseQuery> queries) {
    std::vector<PresenceTask> photos;
    std::unordered_map<std::string, std::size_t> numbers;
    for (const PhraseQuery& query : queries) {
        if (query.not_visual) continue;
        const auto [known, is_new] = numbers.try_emplace(query.image, photos.size());
        if (is_new) photos.push_back({query.image, {}, {}});
        add_once(photos[known->second].present, query.phrase);
    }
    return photos;
}

}  // namespace

std::vector<PresenceTask> make_presence_tasks(std::span<const PhraseQuery> queries, std::uint64_t seed) {
    std::vector<PresenceTask> photos = group(queries);
    PhotoWords words;
    for (const PresenceTask& photo : photos) words.add(photo.present);
    Random random(seed);
    std::size_t pairs = 0;
    for (PresenceTask& photo : photos)
        std::erase_if(photo.present, [&](const std::string& phrase) {
            const auto without = words.draw_without(phrase, random);
            if (!without) return true;
            add_once(photos[*without].absent, phrase);
            ++pairs;
            return false;
        });
    if (pairs == 0)
        throw Error("no phrase can be asked for on a photo without it: there are " +
                    std::to_string(photos.size()) + " photos with phrases, and all share their words");
    return photos;
}

}  // namespace gbs
