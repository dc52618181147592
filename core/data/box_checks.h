// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "core/data/phrase_query.h"

namespace gbs {

/// Why a ground-truth box cannot be used, or null: not finite,
/// inverted, without area, or not inside the image.
const char* find_fault(const BoundingBox& box, int width, int height);
/// Why a box of this width and height cannot be used, or null: not finite, negative, or 0.
const char* find_size_fault(double width, double height);
/// Why a phrase cannot be used, or null: empty, too long (phrase_limit.h), or not UTF-8.
const char* find_phrase_fault(std::string_view phrase);

/// The pixels that a box touches: 0-based left, top, right and bottom, inclusive.
inline std::array<int, 4> touched_pixels(const BoundingBox& box) {
    constexpr double rounding = 1e-6;
    return {static_cast<int>(std::floor(box.x1 - 1 + rounding)),
            static_cast<int>(std::floor(box.y1 - 1 + rounding)),
            static_cast<int>(std::ceil(box.x2 - rounding)) - 1,
            static_cast<int>(std::ceil(box.y2 - rounding)) - 1};
}

/// The pixel of a place in an image of `size` pixels along this axis, the nearest one for a place outside, 0 for NaN.
inline int nearest_pixel(double place, int size) {
    return place >= 0 ? static_cast<int>(std::min(std::floor(place), size - 1.0)) : 0;
}

/// Parses the whole text, ignoring surrounding white space, as a number; NaN if it is not one.
double parse_number(std::string_view text);

/// Converts x, y, width, height of COCO and Visual Genome (0-based, continuous) to the 1-based, inclusive
/// corners of the covered pixels.
inline BoundingBox box_from_xywh(double x, double y, double width, double height) {
    return {x + 1, y + 1, x + width, y + height};
}

}  // namespace gbs
