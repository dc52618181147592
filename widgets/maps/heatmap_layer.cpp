// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/maps/heatmap_layer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gbs::widgets {

namespace {

std::array<QRgb, 256> premultiplied_table(const LayerStyle& style) {
    std::array<QRgb, 256> table = look_colors(style);
    for (QRgb& color : table) color = qPremultiply(color);
    return table;
}

}  // namespace

ValueRange display_range(const HeatmapLayer& layer, const MapLook& look, ValueRange shared) {
    if (layer.empty() && look.limits != Limits::typed) return {};
    return color_limits(look, {layer.lowest, layer.highest}, shared);
}

LayerSampler::Tap LayerSampler::tap_at(double position, int photo, int cells) {
    const double cell = std::clamp(position * cells / photo - 0.5, 0.0, static_cast<double>(cells - 1));
    Tap tap;
    tap.first = static_cast<int>(cell);
    tap.second = std::min(tap.first + 1, cells - 1);
    tap.weight = static_cast<float>(cell - tap.first);
    tap.inside = position >= 0 && position < photo;
    return tap;
}

LayerSampler::LayerSampler(const HeatmapLayer& layer, QSize photo, int columns, double offset, double step)
    : layer_(layer),
      photo_(photo),
      columns_(static_cast<std::size_t>(columns)),
      row_(static_cast<std::size_t>(layer.grid.width())) {
    for (int i = 0; i < columns; ++i)
        columns_[static_cast<std::size_t>(i)] = tap_at(offset + i * step, photo.width(), layer.grid.width());
}

bool LayerSampler::read_row(double y, float* target) {
    const Tap tap = tap_at(y, photo_.height(), layer_.grid.height());
    const qsizetype width = layer_.grid.width();
    const float* const top = layer_.values.constData() + tap.first * width;
    const float* const bottom = layer_.values.constData() + tap.second * width;
    for (std::size_t i = 0; i < row_.size(); ++i) row_[i] = top[i] + (bottom[i] - top[i]) * tap.weight;
    for (const Tap& column : columns_) {
        const float left = row_[static_cast<std::size_t>(column.first)];
        *target++ = left + (row_[static_cast<std::size_t>(column.second)] - left) * column.weight;
    }
    return tap.inside;
}

float value_at(const HeatmapLayer& layer, QSize photo, QPoint pixel) {
    float value = 0;
    LayerSampler(layer, photo, 1, pixel.x() + 0.5, 1).read_row(pixel.y() + 0.5, &value);
    return value;
}

QImage render_layer(const HeatmapLayer& layer, const LayerStyle& style, ValueRange range, QSize photo,
                    QSize size, const QTransform& to_photo) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (layer.empty() || !style.visible || photo.isEmpty() || image.isNull()) return image;
    LayerSampler sampler(layer, photo, size.width(), to_photo.m11() * 0.5 + to_photo.dx(), to_photo.m11());
    const auto table = premultiplied_table(style);
    const float factor = 255.F / (range.high - range.low);
    // The columns on the photo are contiguous.
    int first = 0, last = size.width();
    while (first < last && !sampler.inside(first)) ++first;
    while (last > first && !sampler.inside(last - 1)) --last;
    std::vector<float> values(static_cast<std::size_t>(size.width()));
    for (int y = 0; y < size.height(); ++y) {
        if (!sampler.read_row((y + 0.5) * to_photo.m22() + to_photo.dy(), values.data())) continue;
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = first; x < last; ++x) {
            const float step = (values[static_cast<std::size_t>(x)] - range.low) * factor;
            line[x] = table[static_cast<std::size_t>(step > 0.F ? std::min(step, 255.F) + 0.5F : 0.F)];
        }
    }
    return image;
}

}  // namespace gbs::widgets
