// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/maps/color_map.h"

#include <algorithm>

namespace gbs::widgets {

QString color_map_name(ColorMap map) {
    const std::string_view key = color_map_key(map);
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

ColorMap parse_color_map(const QString& name) {
    for (const ColorMap map : all_color_maps)
        if (color_map_name(map) == name) return map;
    return ColorMap::viridis;
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
