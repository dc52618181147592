// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QRgb>
#include <QString>
#include <array>

namespace gbs::widgets {

/// Maps a value in [0, 1] to a color. All but turbo are perceptually uniform.
enum class ColorMap { viridis, inferno, magma, cividis, grey, turbo };

inline constexpr std::array all_color_maps{ColorMap::viridis, ColorMap::inferno, ColorMap::magma,
                                           ColorMap::cividis, ColorMap::grey,    ColorMap::turbo};

/// The usual name, for settings and the window: "viridis". Not translated.
QString color_map_name(ColorMap map);
/// The color map of that name, or viridis for an unknown name.
ColorMap parse_color_map(const QString& name);

/// 256 opaque colors from the lowest to the highest value.
const std::array<QRgb, 256>& color_table(ColorMap map);
/// The color of `value`, clamped to [0, 1]. NaN counts as 0.
QRgb color_of(ColorMap map, float value);
/// A horizontal gradient for color bars and menus.
QImage color_gradient(ColorMap map, QSize size);

}  // namespace gbs::widgets
