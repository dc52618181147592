// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QPainter>
#include <QTransform>
#include <vector>

#include "widgets/figures/figure_marks.h"

// Marks on a photo, visible on any background. `to_area` maps photo pixels to painter units; `unit` is
// painter units per logical pixel.
namespace gbs::widgets {

/// A light line on a wider dark one. `dashes` holds the lengths of strokes and gaps in line widths.
void paint_outline(QPainter& painter, const QPainterPath& path, QColor color, double unit,
                   const QList<qreal>& dashes = {});
/// Boxes with their labels and scores, in the format of `locale`. Labels stay inside `area`.
void paint_boxes(QPainter& painter, const std::vector<FigureBox>& boxes, const QRectF& area,
                 const QTransform& to_area, double unit, const QLocale& locale = {});
/// A ring around the center of a pixel.
void paint_peak(QPainter& painter, QPoint pixel, const QTransform& to_area, double unit);
void paint_peak_marks(QPainter& painter, const std::vector<PeakMark>& marks, const QRectF& area,
                      const QTransform& to_area, double unit);
/// Crosses at the ground-truth points.
void paint_points(QPainter& painter, const std::vector<QPoint>& points, const QTransform& to_area,
                  double unit);

}  // namespace gbs::widgets
