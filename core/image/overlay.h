// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/heatmap.h"
#include "core/image/image.h"

namespace gbs {

/// The photo under a map in viridis (value 0 dark, 1 bright; no stretch), `opacity` in [0, 1], with a ring
/// around `peak`. `map` has the photo's size. For files; the window draws its own layers.
Image overlay(const Image& photo, const Heatmap& map, const Peak& peak, double opacity = 0.6);

/// The colours of overlays from value 0 (left) to 1.
Image overlay_gradient(int width, int height);

}  // namespace gbs
