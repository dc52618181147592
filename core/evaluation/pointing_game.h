// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/data/phrase_query.h"

namespace gbs {

/// Whether the pixel (0-based) of the original image is inside any mask of the phrase, or, of a phrase without masks,
/// inside any box, edges included.
bool is_pointing_hit(const PhraseQuery& query, int x, int y);

/// Columns [x1, x2) and rows [y1, y2) of pixels, 0-based.
struct PixelBox {
    int x1, y1, x2, y2;
};

/// The pixels of an image inside a box.
PixelBox find_pixels(const BoundingBox& box, int width, int height);

/// The pixels (row-major) of a picture of the image that are inside, 1, or not, 0, of masks or boxes as above. The boxes
/// are in pixels of the picture.
std::vector<char> inside_pixels(const PhraseQuery& query, int width, int height);

/// Share of the image's pixels inside at least one mask or box, 0 to 1: the probability that a random pixel hits.
double covered_share(const PhraseQuery& query);

/// What pixels hit that know nothing.
struct Chance {
    double share = 0;     ///< of all pixels, 0 to 1: what a random one hits
    bool center = false;  ///< whether the central one does
};
Chance find_chance(const PhraseQuery& query);

}  // namespace gbs
