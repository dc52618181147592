// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/image/color_map.h"

namespace gbs {

class Heatmap;

/// The values at the ends of the color map.
enum class Limits {
    unit,     ///< 0 and 1: colors are comparable between photos
    per_map,  ///< minimum and maximum of each map
    shared,   ///< minimum and maximum over all maps shown together: the same scale for all of them
    typed     ///< entered by the user
};

/// Values from `low` to `high`; high > low.
struct ValueRange {
    float low = 0;
    float high = 1;

    bool operator==(const ValueRange&) const = default;
};

/// How a map is drawn over its photo: in the window, in figures, overlays, reports and presentations. Most maps
/// reach only a part of 0 to 1 and would be one dark color at fixed limits, so that the default follows each
/// map and lets the photo show where the map is low.
struct MapLook {
    double opacity = 0.75;  ///< 0: photo only, 1: map only
    ColorMap color_map = ColorMap::viridis;
    Limits limits = Limits::per_map;
    ValueRange typed{};                ///< used with Limits::typed
    bool fade_low = true;              ///< scale the opacity by the value
    std::optional<float> threshold{};  ///< outline the region at or above this value
    double gamma = 1;                  ///< of the values between the limits: below 1, low ones are told apart

    bool operator==(const MapLook&) const = default;
};

inline constexpr double smallest_gamma = 0.2, largest_gamma = 5;

/// The choices of `--look`; Limits::typed has none.
inline constexpr std::array named_looks{Limits::per_map, Limits::shared, Limits::unit};
/// "auto", "shared", "fixed"; "custom" for Limits::typed.
std::string_view look_name(Limits limits);
/// The default look with the limits of that name; any other name means "auto".
MapLook parse_look(std::string_view name);

/// The smallest range that contains both.
ValueRange united(ValueRange a, ValueRange b);
/// The values at the ends of the color map of a map with values in `own`; `shared` is the range over all maps
/// shown together. A range without extent, of a constant map, becomes wider.
ValueRange color_limits(const MapLook& look, ValueRange own, ValueRange shared);
/// The minimum and maximum of `map.resized(width, height)`, that is of the map as drawn; the maximum is the
/// value of the peak.
ValueRange resized_range(const Heatmap& map, int width, int height);

/// Colors 0xAARRGGBB, not premultiplied, for 256 steps from the low to the high limit, with the opacity.
std::array<std::uint32_t, 256> look_colors(const MapLook& look);

}  // namespace gbs
