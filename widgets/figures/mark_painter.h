// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainter>
#include <QTransform>
#include <vector>

#include "widgets/figures/figure_marks.h"

// Marks over a photo that are seen on any ground. `to_area` brings photo pixels to the painter's units, of
// which a logical pixel has `unit`.
namespace gbs::widgets {

/// Light line on a dark, wider one; `dashes` are lengths of strokes and gaps in widths of the line.
void paint_outline(QPainter& painter, const QPainterPath& path, QColor color, double unit,
                   const QList<qreal>& dashes = {});
/// Boxes with their labels, which are kept inside `area`.
void paint_boxes(QPainter& painter, const std::vector<FigureBox>& boxes, const QRectF& area,
                 const QTransform& to_area, double unit);
/// A ring around the centre of a pixel.
void paint_peak(QPainter& painter, QPoint pixel, const QTransform& to_area, double unit);
void paint_peak_marks(QPainter& painter, const std::vector<PeakMark>& marks, const QRectF& area,
                      const QTransform& to_area, double unit);
/// Crosses where a person marked the true place.
void paint_points(QPainter& painter, const std::vector<QPoint>& points, const QTransform& to_area,
                  double unit);

}  // namespace gbs::widgets
