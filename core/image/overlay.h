// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/heatmap.h"
#include "core/image/image.h"
#include "core/image/map_look.h"

namespace gbs {

/// The photo below a map in the colors of `look`, and a ring around `peak`. `map` has the size of the photo;
/// `range` holds the values at the ends of the color map. For exported files; the window draws its own layers
/// in the same colors.
Image overlay(const Image& photo, const Heatmap& map, const Peak& peak, const MapLook& look,
              ValueRange range);

/// Draws a box, white on black; its edges are continuous, from 0 to the width or height of the image.
void draw_box(Image& image, double left, double top, double right, double bottom, int thickness);

/// The colors of overlays from the low (left) to the high limit.
Image overlay_gradient(int width, int height, ColorMap colors);

}  // namespace gbs
