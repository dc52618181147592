// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/ensemble.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/detector/detector_heatmap.h"

namespace gbs {
namespace {

bool is_zero(const Heatmap& map) {
    return std::ranges::none_of(map.values(), [](float value) { return value > 0; });
}

}  // namespace

CombinedMap combine_maps(std::span<const Heatmap* const> maps) {
    Heatmap mean = geometric_mean(maps);
    if (!is_zero(mean)) return {std::move(mean), false};
    const auto member = std::ranges::find_if(maps, [](const Heatmap* map) { return !is_zero(*map); });
    return {member == maps.end() ? *maps.front() : **member, true};
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
