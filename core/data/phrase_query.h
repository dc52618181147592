// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/data/mask.h"

namespace gbs {

/// Corners in pixels of the original image, 1-based and inclusive: x1 = 1, x2 = width spans all columns.
/// The pixel with 0-based column x and row y is inside if x1 <= x + 1 <= x2 and y1 <= y + 1 <= y2.
struct BoundingBox {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;

    bool contains(int x, int y) const { return x1 <= x + 1 && x + 1 <= x2 && y1 <= y + 1 && y + 1 <= y2; }
};

/// A phrase of an image and its ground-truth boxes; any of them counts.
struct PhraseQuery {
    std::string image;  ///< file name
    int width = 0;      ///< of the original image, in whose pixels the boxes are given
    int height = 0;
    std::string phrase;
    std::vector<BoundingBox> boxes;
    /// The annotated entity that the phrase refers to, or empty. Phrases of one image with the same entity
    /// are paraphrases.
    std::string entity{};
    std::vector<std::string> categories{};  ///< Flickr30k Entities: types; COCO: supercategory
    bool not_visual = false;                ///< annotated as not visible in the image
    /// The boxes as the data set has them, before clipping, as {x, y, x + width, y + height}; only of data sets
    /// with such boxes (Visual Genome, the refer data), else empty.
    std::vector<BoundingBox> annotated{};
    /// The outlines inside the boxes, in pixels where (0, 0) is the outer corner of the first one; of a box without one it
    /// is empty, and none at all means that no box has one. After those of the boxes, points, each of one corner.
    std::vector<std::vector<std::array<double, 2>>> outlines{};
    /// Of each box, if the data set was read with masks (core/data/query_collector.h), else empty. Null: none is known.
    std::vector<std::shared_ptr<const Mask>> masks{};

    /// Whether a map can be scored by masks.
    bool has_masks() const;
};

}  // namespace gbs
