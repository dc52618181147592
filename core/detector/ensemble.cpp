// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/ensemble.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/detector/detector_heatmap.h"

namespace gbs {
namespace {

bool is_zero(const Heatmap& map) {
    return std::ranges::none_of(map.values(), [](float value) { return value > 0; });
}

}  // namespace

CombinedMap combine_maps(std::span<const Heatmap* const> maps) {
    const Heatmap& first = *maps.front();
    std::vector<float> values = first.values();
    for (const Heatmap* map : maps.subspan(1)) {
        if (map->width() != first.width() || map->height() != first.height())
            throw Error("the geometric mean needs heatmaps of one size");
        for (std::size_t i = 0; i < values.size(); ++i) values[i] *= map->values()[i];
    }
    const double root = 1.0 / static_cast<double>(maps.size());
    for (float& value : values)
        if (value > 0)
            value = maps.size() == 2 ? std::sqrt(value) : static_cast<float>(std::pow(value, root));
        else
            value = 0;
    Heatmap mean(first.width(), first.height(), std::move(values));
    if (!is_zero(mean)) return {std::move(mean), false};
    const auto member = std::ranges::find_if(maps, [](const Heatmap* map) { return !is_zero(*map); });
    return {member == maps.end() ? first : **member, true};
}

CombinedMap combine_with_boxes(const Heatmap& mean, std::span<const DetectorBox> boxes, int width, int height,
                               int max_side) {
    const Heatmap detector = detector_heatmap(boxes, width, height, max_side);
    const Heatmap resized = mean.resized(detector.width(), detector.height());
    const std::array<const Heatmap*, 2> maps{&resized, &detector};
    CombinedMap combined = combine_maps(maps);
    if (combined.fell_back) combined.map = resized;
    return combined;
}

}  // namespace gbs
