// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QLocale>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <limits>
#include <optional>

#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// The contents of a color bar, as plain values.
struct ColorBarFigure {
    QString name;  ///< of the map
    ColorMap color_map = ColorMap::viridis;
    Limits limits = Limits::unit;
    ValueRange range;  ///< values at the ends of the bar
    /// Minimum and maximum of the map; NaN without a map.
    float lowest = std::numeric_limits<float>::quiet_NaN();
    float highest = std::numeric_limits<float>::quiet_NaN();
    std::optional<float> threshold;

    bool has_map() const { return lowest <= highest; }
    /// Which limits the colors have, and the map's minimum and maximum.
    QString text(const QLocale& locale = {}) const;
    /// Shorter forms of text() for narrow bars, the longest first.
    QStringList short_texts(const QLocale& locale = {}) const;
};

/// The color bar of a layer.
ColorBarFigure make_color_bar(const HeatmapLayer& layer, const LayerStyle& style, ValueRange range);

/// Height of a bar with its labels in painter units; `unit` is painter units per logical pixel.
double color_bar_height(const QFontMetricsF& metrics, double unit = 1);

/// Paints the bar and its labels across the width of `target` in the painter's font. `text` and `dim` are
/// text colors; `pointer` is a value to mark on the bar (NaN for none); `locale` is that of the numbers.
void paint_color_bar(QPainter& painter, const ColorBarFigure& figure, const QRectF& target, QColor text,
                     QColor dim, double unit = 1, float pointer = std::numeric_limits<float>::quiet_NaN(),
                     const QLocale& locale = {});

}  // namespace gbs::widgets
