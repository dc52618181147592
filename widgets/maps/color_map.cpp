// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/maps/color_map.h"

#include <algorithm>

#include "widgets/maps/color_tables.h"

namespace gbs::widgets {

namespace {

std::array<QRgb, 256> make_grey() {
    std::array<QRgb, 256> table;
    for (int i = 0; i < 256; ++i) table[static_cast<std::size_t>(i)] = qRgb(i, i, i);
    return table;
}

}  // namespace

QString color_map_name(ColorMap map) {
    switch (map) {
        case ColorMap::viridis:
            return QStringLiteral("viridis");
        case ColorMap::inferno:
            return QStringLiteral("inferno");
        case ColorMap::magma:
            return QStringLiteral("magma");
        case ColorMap::turbo:
            return QStringLiteral("turbo");
        case ColorMap::cividis:
            return QStringLiteral("cividis");
        case ColorMap::grey:
            return QStringLiteral("grey");
    }
    return {};
}

ColorMap parse_color_map(const QString& name) {
    for (const ColorMap map : all_color_maps)
        if (color_map_name(map) == name) return map;
    return ColorMap::viridis;
}

const std::array<QRgb, 256>& color_table(ColorMap map) {
    static const std::array<QRgb, 256> grey = make_grey();
    switch (map) {
        case ColorMap::inferno:
            return inferno_table;
        case ColorMap::magma:
            return magma_table;
        case ColorMap::turbo:
            return turbo_table;
        case ColorMap::cividis:
            return cividis_table;
        case ColorMap::grey:
            return grey;
        case ColorMap::viridis:
            break;
    }
    return viridis_table;
}

QRgb color_of(ColorMap map, float value) {
    // This order of the comparison maps NaN to 0.
    const float inside = value > 0.F ? std::min(value, 1.F) : 0.F;
    return color_table(map)[static_cast<std::size_t>(inside * 255.F + 0.5F)];
}

QImage color_gradient(ColorMap map, QSize size) {
    QImage image(size, QImage::Format_RGB32);
    for (int x = 0; x < size.width(); ++x) {
        const QRgb color =
            color_of(map, static_cast<float>(x) / static_cast<float>(std::max(1, size.width() - 1)));
        for (int y = 0; y < size.height(); ++y) image.setPixel(x, y, color);
    }
    return image;
}

}  // namespace gbs::widgets
