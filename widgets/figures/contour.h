// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainterPath>
#include <QRectF>

#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// The outline of the region of a layer (as drawn: bilinear) whose values are >= `threshold`, in the
/// coordinates that `to_area` (scale and translation only) brings photo pixels to. Only what `area` shows is
/// traced, on a lattice of about `spacing`, so that a line is as smooth at any zoom. Where the region reaches
/// the edge of the photo, the outline follows the edge.
QPainterPath contour(const HeatmapLayer& layer, float threshold, QSize photo, const QRectF& area,
                     const QTransform& to_area, double spacing);

}  // namespace gbs::widgets
