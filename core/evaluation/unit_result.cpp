// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/unit_result.h"

#include "core/base/packed_json.h"

namespace gbs {

using nlohmann::json;

std::string pack_results(const std::vector<UnitResult>& results) {
    json list = json::array();
    for (const UnitResult& result : results) {
        json scores = json::array();
        for (const MapScore& score : result.scores)
            scores.push_back({score.peak.x, score.peak.y, score.peak.value, score.hit, score.silent,
                              score.energy, score.box_hits});
        list.push_back({result.skipped, std::move(scores)});
        if (const auto& chance = result.masks_chance) list.back().push_back({chance->share, chance->center});
    }
    return packed(list);
}

std::vector<UnitResult> unpack_results(const std::string& bytes, std::span<const PointingUnit* const> units) {
    std::vector<UnitResult> results;
    for (const json& packed_result : unpacked(bytes)) {
        UnitResult result{*units[results.size()], {}, packed_result.at(0)};
        for (const json& score : packed_result.at(1))
            result.scores.push_back({.peak = {score.at(0), score.at(1), score.at(2)},
                                     .hit = score.at(3),
                                     .silent = score.at(4),
                                     .energy = score.at(5),
                                     .box_hits = score.at(6)});
        if (packed_result.size() > 2)
            result.masks_chance = {packed_result.at(2).at(0), packed_result.at(2).at(1)};
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace gbs
