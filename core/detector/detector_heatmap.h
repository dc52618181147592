// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>

#include "core/detector/detector_boxes.h"
#include "core/image/heatmap.h"

namespace gbs {

/// A detector's boxes as a map (section 4.3): at each pixel the highest score of the boxes that cover its
/// center, 0 elsewhere. `width` and `height` are those of the image that the boxes refer to. The map has
/// that size, or, with `max_side` > 0, at most that longest side (each value is then the value at the
/// center of its cell). A box that covers no center covers the pixel that contains it. Throws Error for an
/// invalid size.
Heatmap detector_heatmap(std::span<const DetectorBox> boxes, int width, int height, int max_side = 0);

/// Where a detector points: the centroid of the plateau of its highest score, in 0-based pixels of the image
/// (rounded down, like the center baseline), computed from the boxes without making the map. The plateau is
/// the connected region that contains the first maximum in row-major order; for a single best box it is that
/// box. Without boxes: (0, 0) with value 0.
Peak detector_peak(std::span<const DetectorBox> boxes, int width, int height);

/// The same for any map, in pixels of the map; pixels that share a side are connected. Throws Error for an
/// empty map.
Peak plateau_centroid(const Heatmap& map);

}  // namespace gbs
