// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <memory>
#include <optional>
#include <vector>

#include "widgets/figures/color_bar_figure.h"
#include "widgets/figures/figure_marks.h"
#include "widgets/figures/photo_pyramid.h"
#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// A layer as it is drawn now; which members count depends on its kind.
struct FigureLayer {
    LayerKind kind = LayerKind::mean;
    HeatmapLayer map;  ///< of a map
    LayerStyle style;
    ValueRange range;              ///< the ends of the map's colours
    QImage phrase_colors;          ///< of the phrases: stretched over the photo
    std::vector<FigureBox> boxes;  ///< of the detector and of the truth
    std::vector<QPoint> points;    ///< of the truth: places that a person marked
    std::optional<QPoint> peak;    ///< of the peak: the ring
    std::vector<PeakMark> marks;   ///< of the peak: the other phrases'
};

/// A phrase with the colour of its pixels.
struct LegendEntry {
    QString phrase;
    QColor color;
};

/// All that one tile shows, as plain values: enough to paint it anywhere at any resolution.
struct TileFigure {
    QString title;    ///< rich text: H<sub>GbS</sub>
    QString name;     ///< the same in plain text: GbS
    QString meaning;  ///< a few words more; may be rich text, may be empty
    std::shared_ptr<const PhotoPyramid> photo;
    std::vector<FigureLayer> layers;   ///< the visible ones, the lowest first
    LayerKind kind = LayerKind::mean;  ///< of the topmost map, or phrases
    HeatmapLayer map;                  ///< what the numbers beside the tile are of: the topmost map
    ColorBarFigure color_bar;          ///< of `map`
    std::vector<LegendEntry> legend;   ///< of the phrases as colours: those that have pixels, largest first
    int legend_left_out = 0;           ///< how many more phrases have pixels

    /// Swipe: where the photo's x is at least `divider` (a share of its width), the other figure is shown.
    std::shared_ptr<const TileFigure> other;
    double divider = 0.5;
};

/// What the canvas shows, tile by tile in reading order.
struct CanvasFigure {
    std::vector<TileFigure> tiles;
};

/// The size of things in a painting.
struct PaintScale {
    double unit = 1;  ///< of the painter's units a logical pixel: widths of lines, sizes of marks and letters
    double raster = 1;  ///< pixels of photo and colours a painter's unit; 1 when painting on an image
};

/// Paints the whole photo with its layers in the middle of `target`, as large as fits. Usable in any thread.
/// At native resolution: `target` of the photo's size on an image of that size.
void paint_tile(QPainter& painter, const TileFigure& tile, const QRectF& target, PaintScale scale = {});

/// Paints what lies in `area`, where `to_area` (scale and translation only) brings photo pixels to the
/// painter's units. Nothing is drawn outside.
void paint_tile(QPainter& painter, const TileFigure& tile, const QRectF& area, const QTransform& to_area,
                PaintScale scale);

}  // namespace gbs::widgets
