// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/data/phrase_queries.h"
#include "core/image/heatmap.h"

namespace gbs {

/// Thresholds of a map as shares of its maximum: 0.05, 0.10 ... 0.95.
inline constexpr int box_thresholds = 19;
inline constexpr double threshold_of(int index) {
    return (index + 1) / 20.0;
}
/// The one that is fixed in advance: 0.50.
inline constexpr int fixed_box_threshold = 9;

/// The box of the largest connected part (by sides) of the pixels that reach a threshold, for each threshold;
/// nothing for a map without a positive value. Of parts of one size, the one that reached it first, from
/// high values to low ones and then in row-major order. All thresholds in one pass over the sorted pixels.
std::array<std::optional<BoundingBox>, box_thresholds> component_boxes(const Heatmap& map);

/// Intersection over union of two boxes of pixels (1-based, inclusive).
double box_iou(const BoundingBox& a, const BoundingBox& b);

/// What later work reports beside the pointing game.
struct MapMeasures {
    double energy = 0;  ///< share of the map's sum that lies in the boxes, 0 to 1 (energy-based pointing)
    std::uint32_t box_hits =
        0;  ///< bit i: the box at threshold i has an IoU of 0.5 or more with one of the boxes
};

/// `map` has the size of the query's image. Negative values count as 0. Images of more than two million
/// pixels are measured at a smaller size, boxes and map alike.
MapMeasures measure_map(const Heatmap& map, const PhraseQuery& query);

}  // namespace gbs
