#include "core/evaluation.h"

#include <unordered_map>

#include "core/error.h"

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

ScoredQuery score(const PhraseQuery& query, const Grounding& grounding) {
    ScoredQuery scored;
    scored.query = &query;
    scored.gbs = grounding.gbs.resized_peak(query.width, query.height);
    scored.i2t = grounding.i2t.resized_peak(query.width, query.height);
    scored.mean = grounding.mean.resized_peak(query.width, query.height);
    scored.gbs_hit = is_pointing_hit(query, scored.gbs.x, scored.gbs.y);
    scored.i2t_hit = is_pointing_hit(query, scored.i2t.x, scored.i2t.y);
    scored.mean_hit = is_pointing_hit(query, scored.mean.x, scored.mean.y);
    return scored;
}

}  // namespace

EvaluationResult evaluate_pointing(std::span<const PhraseQuery> queries, const std::string& protocol,
                                   const GroundImage& ground,
                                   const std::function<void(const ScoredQuery&)>& scored,
                                   const std::function<void(std::size_t, std::size_t)>& progress,
                                   std::stop_token stop) {
    const PointingProtocol counts = pointing_protocol(protocol);
    EvaluationResult result;
    result.protocol = protocol;
    std::vector<PhraseQuery> counted;
    std::size_t done = 0;
    for (const auto& group : group_by_image(queries)) {
        if (stop.stop_requested()) throw Cancelled();
        done += group.size();
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
            const ScoredQuery one = score(*kept[i], groundings[i]);
            result.gbs.add(one.gbs_hit);
            result.i2t.add(one.i2t_hit);
            result.mean.add(one.mean_hit);
            counted.push_back(*kept[i]);
            if (scored) scored(one);
        }
        if (progress) progress(done, queries.size());
    }
    result.random = expected_random_baseline(counted, counts);
    result.center = center_baseline(counted, counts);
    return result;
}

}  // namespace gbs
