// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/heatmap.h"
#include "core/image/image.h"

namespace gbs {

/// The photo blended with a map in viridis (0 dark, 1 bright; not stretched) and a ring around `peak`. `map`
/// has the size of the photo; `opacity` is in [0, 1]. For exported files; the window draws its own layers.
Image overlay(const Image& photo, const Heatmap& map, const Peak& peak, double opacity = 0.6);

/// The color scale of overlays from 0 (left) to 1.
Image overlay_gradient(int width, int height);

}  // namespace gbs
