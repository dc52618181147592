// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/data/phrase_query.h"
#include "core/image/heatmap.h"

namespace gbs {

/// Thresholds of a map as shares of its maximum: 0.05, 0.10, ..., 0.95.
inline constexpr int box_thresholds = 19;
inline constexpr double threshold_share(int index) {
    return (index + 1) / 20.0;
}
/// Index of the default threshold, 0.50.
inline constexpr int fixed_box_threshold = 9;

/// For each threshold, the box of the largest connected component (by sides) of the pixels that reach it;
/// nothing for a map without a positive value. Of components of equal size, the one that reached the size
/// first wins, as runs of pixels beside each other are added from high values to low ones, then in row-major order.
std::array<std::optional<BoundingBox>, box_thresholds> component_boxes(const Heatmap& map);

/// Intersection over union of two boxes (1-based, inclusive).
double box_iou(const BoundingBox& a, const BoundingBox& b);

/// Scores that later work reports in addition to the pointing game.
struct MapMeasures {
    double energy =
        0;  ///< share of the map's sum inside the masks or boxes, 0 to 1 (energy-based pointing game)
    std::uint32_t box_hits =
        0;  ///< bit i: the box at threshold i has an IoU of 0.5 or more with one of the boxes
};

/// `map` must have the size of the query's image. Negative values count as 0. For images of more than two
/// million pixels, the map and the boxes are scaled down first. Throws Error for a map of another size.
MapMeasures measure_map(const Heatmap& map, const PhraseQuery& query);

}  // namespace gbs
