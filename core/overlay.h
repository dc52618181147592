#pragma once

#include "core/heatmap.h"
#include "core/image.h"

namespace gbs {

/// The photo under a map in viridis (value 0 dark, 1 bright; no stretch), `opacity` in [0, 1], with a ring
/// around the map's peak. For the command line; the window draws its own layers.
Image overlay(const Image& photo, const Heatmap& map, double opacity = 0.6);

}  // namespace gbs
