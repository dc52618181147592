// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/data/phrase_query.h"

namespace gbs {

/// Whether the pixel (0-based) of the original image is inside any box of the phrase, edges included.
bool is_pointing_hit(const PhraseQuery& query, int x, int y);

/// Columns [x1, x2) and rows [y1, y2) of pixels, 0-based.
struct PixelBox {
    int x1, y1, x2, y2;
};

/// The pixels of an image inside a box.
PixelBox find_pixels(const BoundingBox& box, int width, int height);

/// Share of the image's pixels inside at least one box, 0 to 1: the probability that a random pixel hits.
double covered_share(const PhraseQuery& query);

}  // namespace gbs
