// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/evaluation.h"

#include <unordered_map>

#include "core/base/error.h"

namespace gbs {
namespace {

/// Queries of one image together, images in the order in which they first appear.
std::vector<std::vector<const PhraseQuery*>> group_by_image(std::span<const PhraseQuery> queries) {
    std::vector<std::vector<const PhraseQuery*>> groups;
    std::unordered_map<std::string, std::size_t> index;
    for (const PhraseQuery& query : queries) {
        const auto [found, added] = index.try_emplace(query.image, groups.size());
        if (added) groups.emplace_back();
        groups[found->second].push_back(&query);
    }
    return groups;
}

bool hits(const PhraseQuery& query, const Heatmap& map) {
    const Peak peak = map.resized_peak(query.width, query.height);
    return is_pointing_hit(query, peak.x, peak.y);
}

}  // namespace

EvaluationResult evaluate_pointing(std::span<const PhraseQuery> queries, const std::string& protocol,
                                   const GroundImage& ground) {
    const PointingProtocol counts = pointing_protocol(protocol);
    EvaluationResult result;
    result.protocol = protocol;
    std::vector<PhraseQuery> counted;
    for (const auto& group : group_by_image(queries)) {
        std::vector<const PhraseQuery*> kept;
        std::vector<std::string> phrases;
        for (const PhraseQuery* query : group) {
            if (const auto reason = counts(*query)) {
                ++result.skipped[*reason];
                continue;
            }
            kept.push_back(query);
            phrases.push_back(query->phrase);
        }
        if (kept.empty()) continue;
        std::vector<Grounding> groundings;
        try {
            groundings = ground(kept.front()->image, phrases);
        } catch (const Error& error) {
            result.skipped[error.what()] += kept.size();
            continue;
        }
        for (std::size_t i = 0; i < kept.size(); ++i) {
            result.gbs.add(hits(*kept[i], groundings[i].gbs));
            result.i2t.add(hits(*kept[i], groundings[i].i2t));
            result.mean.add(hits(*kept[i], groundings[i].mean));
            counted.push_back(*kept[i]);
        }
    }
    result.random = expected_random_baseline(counted, counts);
    result.center = center_baseline(counted, counts);
    return result;
}

}  // namespace gbs
