// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainterPath>
#include <QRectF>

#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// The outline of the region with values >= `threshold` in a bilinearly interpolated layer. `to_area` (scale
/// and translation only) maps photo pixels to the coordinates of the result and of `area`. Traces only the
/// part inside `area` on a lattice of about `spacing`, so the line is equally smooth at any zoom. Follows the
/// edge of the photo where the region reaches it.
QPainterPath contour(const HeatmapLayer& layer, float threshold, QSize photo, const QRectF& area,
                     const QTransform& to_area, double spacing);

}  // namespace gbs::widgets
