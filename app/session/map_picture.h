// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

#include "app/session/photo.h"
#include "core/image/map_look.h"
#include "widgets/maps/heatmap_layer.h"

namespace gbs::app {

/// A small picture of a map and its peak over the photo; `side` is its longer side. Pictures come one by one: with
/// limits shared by all maps they have 0 to 1. Thread-safe.
QImage paint_map(const Photo& photo, const widgets::HeatmapLayer& map, MapLook look, int side);

}  // namespace gbs::app
