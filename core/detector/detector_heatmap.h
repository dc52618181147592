// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>

#include "core/detector/detector_boxes.h"
#include "core/image/heatmap.h"

namespace gbs {

/// A detector's boxes as a map (section 4.3): at each pixel the highest score of the boxes that cover its
/// centre, 0 elsewhere. `width` and `height` are those of the image that the boxes refer to; the map has that
/// size, or with `max_side` > 0 is reduced to that longest side (each value is then that of its cell's
/// centre). A box too small to cover a centre covers the pixel it lies in. Throws Error for an impossible
/// size.
Heatmap detector_heatmap(std::span<const DetectorBox> boxes, int width, int height, int max_side = 0);

/// Where a detector points by itself: the centroid of the plateau of its highest score, in 0-based pixels of
/// the image (rounded down, like the center baseline), computed from the boxes without making the map. The
/// plateau is the connected region that holds the first maximum in row-major order: the centre of the box
/// where one box is best. Without boxes the first maximum of an empty map: (0, 0) with value 0.
Peak detector_peak(std::span<const DetectorBox> boxes, int width, int height);

/// The same for any map: centroid of the connected (by sides) plateau of its first maximum, in the map's own
/// pixels.
Peak plateau_centroid(const Heatmap& map);

struct CombinedMap {
    Heatmap map;
    bool fell_back = false;  ///< the product was zero everywhere, so the map is the first one alone
};

/// Ensemble of two maps of one size: the geometric mean sqrt(a * b) (section 4.3, Table 2), or `a` where the
/// product is zero everywhere.
CombinedMap combined_map(const Heatmap& a, const Heatmap& b);

/// The ensemble with a detector, at the size of `detector_heatmap(boxes, width, height, max_side)`: `mean` is
/// resized to it.
CombinedMap combined_map(const Heatmap& mean, std::span<const DetectorBox> boxes, int width, int height,
                         int max_side = 0);

}  // namespace gbs
