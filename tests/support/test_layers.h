// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <algorithm>
#include <memory>

#include "widgets/canvas/heatmap_canvas.h"
#include "widgets/figures/canvas_content.h"
#include "widgets/figures/photo_pyramid.h"

namespace gbs::widgets {

/// A layer with row-major values; its peak is the center of its highest cell.
inline HeatmapLayer make_layer(const QString& name, QSize grid, const QVector<float>& values, QSize photo) {
    HeatmapLayer layer;
    layer.name = name;
    layer.grid = grid;
    layer.values = values;
    const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
    layer.lowest = *lowest;
    layer.highest = layer.peak_value = *highest;
    const auto cell = static_cast<int>(highest - values.begin());
    layer.peak = QPoint((2 * (cell % grid.width()) + 1) * photo.width() / (2 * grid.width()),
                        (2 * (cell / grid.width()) + 1) * photo.height() / (2 * grid.height()));
    return layer;
}

/// A constant layer.
inline HeatmapLayer make_flat_layer(const QString& name, float value) {
    return make_layer(name, {2, 2}, QVector<float>(4, value), {100, 100});
}

/// A ramp from 0 in the leftmost to 1 in the rightmost cells.
inline HeatmapLayer make_ramp(const QString& name, int cells, QSize photo) {
    QVector<float> values;
    for (int i = 0; i < cells; ++i) values << static_cast<float>(i) / static_cast<float>(cells - 1);
    return make_layer(name, {cells, 1}, values, photo);
}

inline std::shared_ptr<const PhotoPyramid> make_photo(QSize size, const QColor& color) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return std::make_shared<PhotoPyramid>(image);
}

inline bool is_close(const QColor& a, const QColor& b, int tolerance = 2) {
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

/// Colors from 0 to 1 that a test can compute: the same opacity for all values.
inline LayerStyle plain_style(double opacity = 0.6) {
    LayerStyle style;
    style.opacity = opacity;
    style.limits = Limits::unit;
    style.fade_low = false;
    return style;
}

/// The blend of a map's color and a background.
inline QColor mixed(const QColor& over, const QColor& under, double opacity) {
    const auto mix = [opacity](int a, int b) {
        return static_cast<int>(std::lround(a * opacity + b * (1 - opacity)));
    };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

/// The widget position of the center of a photo pixel.
inline QPointF position_of(HeatmapCanvas& canvas, const QWidget* view, QPoint pixel) {
    return canvas.viewport()->transform(view->size()).map(QPointF(pixel) + QPointF(0.5, 0.5));
}

}  // namespace gbs::widgets
