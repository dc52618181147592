// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/score_map.h"

#include <algorithm>

#include "core/detector/detector_heatmap.h"
#include "core/evaluation/map_measures.h"
#include "core/evaluation/pointing_game.h"

namespace gbs {
namespace {

/// The first maximum in row-major order.
Peak first_maximum(const Heatmap& map) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < map.values().size(); ++i)
        if (map.values()[i] > map.values()[best]) best = i;
    const auto width = static_cast<std::size_t>(map.width());
    return {static_cast<int>(best % width), static_cast<int>(best / width), map.values()[best]};
}

/// Where the map points once it is resized to the image.
Peak find_peak(const Heatmap& map, bool plateau, int width, int height) {
    if (map.width() == width && map.height() == height)
        return plateau ? plateau_centroid(map) : first_maximum(map);
    return plateau ? plateau_centroid(map.resized(width, height)) : map.resized_peak(width, height);
}

/// A constant map points nowhere, unless it is the plateau of a box that covers the image.
bool is_silent(const Heatmap& map, bool plateau) {
    const auto [low, high] = std::ranges::minmax_element(map.values());
    return !(*high > *low) && !(plateau && *high > 0);
}

}  // namespace

MapScore score_map(const Heatmap& map, bool plateau, const PhraseQuery& target, ExtraMeasures extra) {
    MapScore score;
    score.silent = is_silent(map, plateau);
    if (score.silent) return score;
    const Peak peak = find_peak(map, plateau, target.width, target.height);
    score.peak = peak;
    score.hit = is_pointing_hit(target, peak.x, peak.y);
    if (extra == ExtraMeasures::none) return score;
    const MapMeasures measures = measure_map(map, target);
    score.energy = measures.energy;
    score.box_hits = measures.box_hits;
    return score;
}

}  // namespace gbs
