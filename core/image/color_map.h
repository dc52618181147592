// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gbs {

/// Maps a value in [0, 1] to a color. All but turbo are perceptually uniform.
enum class ColorMap { viridis, inferno, magma, cividis, grey, turbo };

inline constexpr std::array all_color_maps{ColorMap::viridis, ColorMap::inferno, ColorMap::magma,
                                           ColorMap::cividis, ColorMap::grey,    ColorMap::turbo};

/// The usual name, for settings and files: "viridis". Not translated.
std::string_view color_map_key(ColorMap map);

/// 256 opaque colors, 0xffRRGGBB, from the lowest to the highest value.
const std::array<std::uint32_t, 256>& color_table(ColorMap map);

}  // namespace gbs
