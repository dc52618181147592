// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/map_look.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/image/heatmap.h"

namespace gbs {

std::string_view look_name(Limits limits) {
    switch (limits) {
        case Limits::unit:
            return "fixed";
        case Limits::shared:
            return "shared";
        case Limits::typed:
            return "custom";
        case Limits::per_map:
            break;
    }
    return "auto";
}

MapLook parse_look(std::string_view name) {
    MapLook look;
    for (const Limits limits : named_looks)
        if (name == look_name(limits)) look.limits = limits;
    return look;
}

ValueRange united(ValueRange a, ValueRange b) {
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

ValueRange color_limits(const MapLook& look, ValueRange own, ValueRange shared) {
    const auto wide_enough = [](ValueRange range) {
        return range.high > range.low ? range : ValueRange{range.low, range.low + 1};
    };
    switch (look.limits) {
        case Limits::per_map:
            return wide_enough(own);
        case Limits::shared:
            return wide_enough(shared);
        case Limits::typed:
            return wide_enough(look.typed);
        case Limits::unit:
            break;
    }
    return {};
}

ValueRange resized_range(const Heatmap& map, int width, int height) {
    std::vector<float> negative(map.values());
    for (float& value : negative) value = -value;
    const Heatmap mirrored(map.width(), map.height(), std::move(negative));
    return {-mirrored.resized_peak(width, height).value, map.resized_peak(width, height).value};
}

std::array<std::uint32_t, 256> look_colors(const MapLook& look) {
    const std::array<std::uint32_t, 256>& table = color_table(look.color_map);
    std::array<std::uint32_t, 256> colors{};
    const double gamma = std::clamp(look.gamma, smallest_gamma, largest_gamma);
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const double step = std::pow(static_cast<double>(i) / 255, gamma);
        colors[i] = table[static_cast<std::size_t>(std::lround(255 * step))];
        const double fade = look.fade_low ? step : 1;
        const double alpha = std::lround(255 * std::clamp(look.opacity, 0.0, 1.0) * fade);
        colors[i] = (colors[i] & 0xffffff) | static_cast<std::uint32_t>(alpha) << 24;
    }
    return colors;
}

}  // namespace gbs
