// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <limits>
#include <optional>

#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// What a colour bar shows, as plain values.
struct ColorBarFigure {
    QString name;  ///< of the map
    ColorMap color_map = ColorMap::viridis;
    Limits limits = Limits::unit;
    ValueRange range;  ///< at the ends of the bar
    /// The map's own lowest and highest value; NaN where there is no map.
    float lowest = std::numeric_limits<float>::quiet_NaN();
    float highest = std::numeric_limits<float>::quiet_NaN();
    std::optional<float> threshold;

    bool has_map() const { return lowest <= highest; }
    /// The map's own numbers, and how the display is stretched if it is.
    QString text() const;
    /// The same in fewer letters, for narrow bars.
    QString short_text() const;
};

/// The bar of that layer.
ColorBarFigure color_bar_of(const HeatmapLayer& layer, const LayerStyle& style, ValueRange range);

/// How high a bar with its numbers is: painter's units for `unit` of them a logical pixel.
double color_bar_height(const QFontMetricsF& metrics, double unit = 1);

/// Paints the bar and its numbers over the width of `target`, in the painter's font. `text` and `dim` are the
/// colours of the letters; `pointer` is a value to mark on the bar (NaN: none).
void paint_color_bar(QPainter& painter, const ColorBarFigure& figure, const QRectF& target, QColor text,
                     QColor dim, double unit = 1, float pointer = std::numeric_limits<float>::quiet_NaN());

}  // namespace gbs::widgets
