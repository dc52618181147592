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

/// How a map H is drawn.
enum class MapPaint {
    colored,  ///< in the colors of its style
    kept,     ///< not at all, but the photo I below it becomes H * I; values are not stretched
    removed   ///< likewise, (1 - H) * I
};

/// A layer as drawn; the members in use depend on its kind.
struct FigureLayer {
    LayerKind kind = LayerKind::mean;
    HeatmapLayer map;  ///< for the kinds that are maps
    LayerStyle style;
    MapPaint paint = MapPaint::colored;
    ValueRange range;              ///< values at the ends of the color map
    QImage phrase_colors;          ///< for LayerKind::phrases: scaled to the photo
    std::vector<FigureBox> boxes;  ///< of the detector and the ground truth
    std::vector<QPoint> points;    ///< ground-truth points marked by the user
    std::optional<QPoint> peak;    ///< for LayerKind::peak: the ring
    std::vector<PeakMark> marks;   ///< for LayerKind::peak: the other phrases
};

/// A phrase and the color of its pixels.
struct LegendEntry {
    QString phrase;
    QColor color;
    QString letter{};  ///< of the phrase in the list; may be empty

    QString label() const { return letter.isEmpty() ? phrase : letter + QLatin1Char(' ') + phrase; }
};

/// Everything one tile shows, as plain values: enough to paint it on any device at any resolution.
struct TileFigure {
    QString title;    ///< rich text: H<sub>GbS</sub>
    QString name;     ///< plain text: GbS
    QString meaning;  ///< a short explanation in rich text; may be empty
    std::shared_ptr<const PhotoPyramid> photo;
    std::vector<FigureLayer> layers;   ///< the visible ones, bottom first
    LayerKind kind = LayerKind::mean;  ///< of the topmost map, or phrases
    HeatmapLayer map;                  ///< the topmost map; the numbers around the tile describe it
    ColorBarFigure color_bar;          ///< of `map`; without a map where the tile has no color scale
    bool has_color_bar = true;
    std::vector<LegendEntry> legend;  ///< phrases with pixels in the phrase colors, largest first
    int legend_left_out = 0;          ///< number of further phrases with pixels

    /// Swipe: shows `other` where x >= `divider`, a fraction of the photo's width.
    std::shared_ptr<const TileFigure> other;
    double divider = 0.5;
};

/// The title as rich text; of a name that is wider than `room`, the middle is left out. Formulas are short.
/// Metrics: QFontMetrics or QFontMetricsF.
template <typename Metrics, typename Width>
QString fitting_title(const TileFigure& tile, const Metrics& metrics, Width room) {
    if (tile.title.contains(QStringLiteral("<sub>"))) return tile.title;
    return metrics.elidedText(tile.name, Qt::ElideMiddle, room).toHtmlEscaped();
}

/// The tiles of the canvas in reading order.
struct CanvasFigure {
    std::vector<TileFigure> tiles;
};

/// The scale factors of a painting, and the format of its numbers.
struct PaintScale {
    double unit = 1;    ///< painter units per logical pixel, for line widths, marks and text
    double raster = 1;  ///< raster pixels per painter unit; 1 when painting on an image
    QLocale locale{};
};

/// Paints the photo and its layers centered in `target`, as large as fits. Thread-safe. For native
/// resolution, pass a `target` of the photo's size on an image of that size.
void paint_tile(QPainter& painter, const TileFigure& tile, const QRectF& target, PaintScale scale = {});

/// Paints the part inside `area` and nothing outside. `to_area` (scale and translation only) maps photo
/// pixels to painter units.
void paint_tile(QPainter& painter, const TileFigure& tile, const QRectF& area, const QTransform& to_area,
                PaintScale scale);

}  // namespace gbs::widgets
