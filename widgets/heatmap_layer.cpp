#include "widgets/heatmap_layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace gbs {

namespace {

/// The two cells of one axis between which a position lies, and the weight of the second.
struct Tap {
    int first = 0;
    int second = 0;
    float weight = 0;
    bool inside = false;
};

/// `position` in photo pixels, continuous (the centre of pixel 0 is 0.5).
Tap tap_at(double position, int photo, int cells) {
    const double cell = std::clamp(position * cells / photo - 0.5, 0.0, static_cast<double>(cells - 1));
    Tap tap;
    tap.first = static_cast<int>(cell);
    tap.second = std::min(tap.first + 1, cells - 1);
    tap.weight = static_cast<float>(cell - tap.first);
    tap.inside = position >= 0 && position < photo;
    return tap;
}

std::vector<Tap> taps(int count, double scale, double offset, int photo, int cells) {
    std::vector<Tap> result(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        result[static_cast<std::size_t>(i)] = tap_at((i + 0.5) * scale + offset, photo, cells);
    return result;
}

float read(const HeatmapLayer& layer, const Tap& x, const Tap& y) {
    const float* const top = layer.values.constData() + static_cast<qsizetype>(y.first) * layer.grid.width();
    const float* const bottom =
        layer.values.constData() + static_cast<qsizetype>(y.second) * layer.grid.width();
    const float above = top[x.first] + (top[x.second] - top[x.first]) * x.weight;
    const float below = bottom[x.first] + (bottom[x.second] - bottom[x.first]) * x.weight;
    return above + (below - above) * y.weight;
}

/// The colours of 256 steps of the range, premultiplied.
std::array<QRgb, 256> premultiplied_table(const LayerStyle& style) {
    std::array<QRgb, 256> table = color_table(style.color_map);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double fade = style.fade_low ? static_cast<double>(i) / 255 : 1;
        const int alpha = static_cast<int>(std::lround(255 * std::clamp(style.opacity, 0.0, 1.0) * fade));
        table[i] = qPremultiply(qRgba(qRed(table[i]), qGreen(table[i]), qBlue(table[i]), alpha));
    }
    return table;
}

}  // namespace

ValueRange display_range(const HeatmapLayer& layer, Limits limits) {
    if (limits == Limits::unit || layer.empty()) return {};
    // A flat map has no range of its own.
    if (!(layer.highest > layer.lowest)) return {layer.lowest, layer.lowest + 1};
    return {layer.lowest, layer.highest};
}

float value_at(const HeatmapLayer& layer, QSize photo, QPoint pixel) {
    return read(layer, tap_at(pixel.x() + 0.5, photo.width(), layer.grid.width()),
                tap_at(pixel.y() + 0.5, photo.height(), layer.grid.height()));
}

QImage render_layer(const HeatmapLayer& layer, const LayerStyle& style, QSize photo, QSize size,
                    const QTransform& to_photo) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (layer.empty() || !style.visible || photo.isEmpty() || image.isNull()) return image;
    const auto columns = taps(size.width(), to_photo.m11(), to_photo.dx(), photo.width(), layer.grid.width());
    const auto rows = taps(size.height(), to_photo.m22(), to_photo.dy(), photo.height(), layer.grid.height());
    const auto table = premultiplied_table(style);
    const ValueRange range = display_range(layer, style.limits);
    const float factor = 255.F / (range.high - range.low);
    for (int y = 0; y < size.height(); ++y) {
        const Tap& row = rows[static_cast<std::size_t>(y)];
        if (!row.inside) continue;
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const Tap& column = columns[static_cast<std::size_t>(x)];
            if (!column.inside) continue;
            const float step = (read(layer, column, row) - range.low) * factor;
            line[x] = table[static_cast<std::size_t>(step > 0.F ? std::min(step, 255.F) + 0.5F : 0.F)];
        }
    }
    return image;
}

}  // namespace gbs
