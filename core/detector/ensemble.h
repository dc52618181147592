// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>

#include "core/detector/detector_boxes.h"
#include "core/image/heatmap.h"

namespace gbs {

/// Ensemble of maps of one size (section 4.3, Table 2).
struct CombinedMap {
    Heatmap map;
    bool fell_back = false;  ///< the product was zero everywhere, so the map is a single member
};

/// The geometric mean of at least one map, the n-th root of their product; where the product is zero
/// everywhere, the first map that is not. Throws Error if the sizes differ.
CombinedMap combine_maps(std::span<const Heatmap* const> maps);

/// The ensemble of a model's mean map and a detector, at the size of
/// `detector_heatmap(boxes, width, height, max_side)`, to which `mean` is resized; falls back to `mean`.
CombinedMap combine_with_boxes(const Heatmap& mean, std::span<const DetectorBox> boxes, int width, int height,
                               int max_side = 0);

}  // namespace gbs
