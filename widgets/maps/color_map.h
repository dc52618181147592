// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QRgb>
#include <QString>
#include <array>

namespace gbs::widgets {

/// How a value in [0, 1] becomes a colour. Perceptually even ones first; turbo is not (its lightness rises
/// and falls).
enum class ColorMap { viridis, inferno, magma, cividis, grey, turbo };

inline constexpr std::array all_color_maps{ColorMap::viridis, ColorMap::inferno, ColorMap::magma,
                                           ColorMap::cividis, ColorMap::grey,    ColorMap::turbo};

/// The name that settings store and people know: "viridis". Never translated.
QString color_map_name(ColorMap map);
/// The map of that name, or viridis for an unknown one.
ColorMap color_map_of(const QString& name);

/// 256 opaque colours from the lowest value to the highest.
const std::array<QRgb, 256>& color_table(ColorMap map);
/// The colour of `value`; what lies outside [0, 1] is clamped, NaN counts as 0.
QRgb color_of(ColorMap map, float value);
/// A horizontal gradient, for colour bars and menus.
QImage color_gradient(ColorMap map, QSize size);

}  // namespace gbs::widgets
