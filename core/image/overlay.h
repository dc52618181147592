// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/heatmap.h"
#include "core/image/image.h"

namespace gbs {

/// The photo blended with a map in viridis (0 dark, 1 bright; not stretched) and a ring around `peak`. `map`
/// has the size of the photo; `opacity` is in [0, 1]. For exported files; the window draws its own layers.
Image overlay(const Image& photo, const Heatmap& map, const Peak& peak, double opacity = 0.6);

/// Draws a box, white on black; its edges are continuous, from 0 to the width or height of the image.
void draw_box(Image& image, double left, double top, double right, double bottom, int thickness);

/// The color scale of overlays from 0 (left) to 1.
Image overlay_gradient(int width, int height);

}  // namespace gbs
