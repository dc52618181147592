// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/map_measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/base/error.h"
#include "core/evaluation/pointing_game.h"

namespace gbs {
namespace {

constexpr double max_pixels = 2e6;
constexpr double min_box_iou = 0.5;

/// The number of thresholds that a value reaches.
int count_thresholds(double value, double maximum) {
    const auto reaches = [&](int level) { return value >= threshold_share(level - 1) * maximum; };
    int level = std::clamp(static_cast<int>(value / maximum * (box_thresholds + 1)), 0, box_thresholds);
    while (level < box_thresholds && reaches(level + 1)) ++level;
    while (level > 0 && !reaches(level)) --level;
    return level;
}

/// Connected components (by sides) of pixels that are added one by one.
class Components {
 public:
    Components(int width, int height)
        : width_(width),
          height_(height),
          parent_(static_cast<std::size_t>(width) * height, absent),
          parts_(parent_.size()) {}

    void add(std::uint32_t pixel) {
        const int x = static_cast<int>(pixel % width_), y = static_cast<int>(pixel / width_);
        parent_[pixel] = pixel;
        parts_[pixel] = {1, x, y, x, y};
        if (x > 0) join(pixel, pixel - 1);
        if (x + 1 < width_) join(pixel, pixel + 1);
        if (y > 0) join(pixel, pixel - width_);
        if (y + 1 < height_) join(pixel, pixel + width_);
        const std::uint32_t root = find_root(pixel);
        if (largest_ == absent || parts_[root].size > parts_[find_root(largest_)].size) largest_ = root;
    }

    std::optional<BoundingBox> largest() const {
        if (largest_ == absent) return std::nullopt;
        const Part& part = parts_[find_root(largest_)];
        return BoundingBox{part.x1 + 1.0, part.y1 + 1.0, part.x2 + 1.0, part.y2 + 1.0};
    }

 private:
    static constexpr std::uint32_t absent = 0xffffffffU;
    struct Part {
        std::uint32_t size;
        int x1, y1, x2, y2;
    };

    std::uint32_t find_root(std::uint32_t pixel) const {
        while (parent_[pixel] != pixel) {
            parent_[pixel] = parent_[parent_[pixel]];
            pixel = parent_[pixel];
        }
        return pixel;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        if (parent_[b] == absent) return;
        a = find_root(a);
        b = find_root(b);
        if (a == b) return;
        if (parts_[a].size < parts_[b].size) std::swap(a, b);
        parent_[b] = a;
        Part& joined = parts_[a];
        const Part& part = parts_[b];
        joined = {joined.size + part.size, std::min(joined.x1, part.x1), std::min(joined.y1, part.y1),
                  std::max(joined.x2, part.x2), std::max(joined.y2, part.y2)};
    }

    int width_, height_;
    mutable std::vector<std::uint32_t> parent_;
    std::vector<Part> parts_;
    std::uint32_t largest_ = absent;
};

/// Pixels by the number of thresholds that they reach, each list in row-major order.
std::vector<std::vector<std::uint32_t>> pixels_by_level(const Heatmap& map, float maximum) {
    std::vector<std::vector<std::uint32_t>> levels(box_thresholds + 1);
    for (std::size_t i = 0; i < map.values().size(); ++i) {
        const float value = map.values()[i];
        if (!(value > 0)) continue;
        const int level = count_thresholds(value, maximum);
        if (level > 0) levels[static_cast<std::size_t>(level)].push_back(static_cast<std::uint32_t>(i));
    }
    return levels;
}

double energy_share(const Heatmap& map, const PhraseQuery& query) {
    std::vector<char> inside(map.values().size(), 0);
    for (const auto& box : query.boxes) {
        const PixelBox pixels = find_pixels(box, map.width(), map.height());
        for (int y = pixels.y1; y < pixels.y2; ++y)
            if (pixels.x1 < pixels.x2)
                std::fill_n(inside.begin() + static_cast<std::ptrdiff_t>(y) * map.width() + pixels.x1,
                            pixels.x2 - pixels.x1, 1);
    }
    double all = 0, within = 0;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const double value = map.values()[i] > 0 ? map.values()[i] : 0;
        all += value;
        if (inside[i]) within += value;
    }
    return all > 0 ? within / all : 0;
}

/// Measures a large image at a smaller size.
MapMeasures measure_smaller(const Heatmap& map, const PhraseQuery& query) {
    const double scale = std::sqrt(max_pixels / map.width() / map.height());
    PhraseQuery smaller = query;
    smaller.width = std::max(1, static_cast<int>(map.width() * scale));
    smaller.height = std::max(1, static_cast<int>(map.height() * scale));
    const double x = double(smaller.width) / query.width, y = double(smaller.height) / query.height;
    for (auto& box : smaller.boxes)
        box = {(box.x1 - 1) * x + 1, (box.y1 - 1) * y + 1, box.x2 * x, box.y2 * y};
    return measure_map(map.resized(smaller.width, smaller.height), smaller);
}

}  // namespace

std::array<std::optional<BoundingBox>, box_thresholds> component_boxes(const Heatmap& map) {
    std::array<std::optional<BoundingBox>, box_thresholds> boxes;
    float maximum = 0;
    for (const float value : map.values()) maximum = value > maximum ? value : maximum;
    if (!(maximum > 0)) return boxes;
    const auto levels = pixels_by_level(map, maximum);
    Components components(map.width(), map.height());
    for (int level = box_thresholds; level > 0; --level) {
        for (const std::uint32_t pixel : levels[static_cast<std::size_t>(level)]) components.add(pixel);
        boxes[static_cast<std::size_t>(level - 1)] = components.largest();
    }
    return boxes;
}

double box_iou(const BoundingBox& a, const BoundingBox& b) {
    const auto area = [](const BoundingBox& box) { return (box.x2 - box.x1 + 1) * (box.y2 - box.y1 + 1); };
    const double width = std::min(a.x2, b.x2) - std::max(a.x1, b.x1) + 1;
    const double height = std::min(a.y2, b.y2) - std::max(a.y1, b.y1) + 1;
    if (width <= 0 || height <= 0) return 0;
    return width * height / (area(a) + area(b) - width * height);
}

MapMeasures measure_map(const Heatmap& map, const PhraseQuery& query) {
    if (map.width() != query.width || map.height() != query.height)
        throw Error("a map must have the size of its image");
    if (double(map.width()) * map.height() > max_pixels * 1.01) return measure_smaller(map, query);
    MapMeasures measures{energy_share(map, query), 0};
    const auto boxes = component_boxes(map);
    for (int i = 0; i < box_thresholds; ++i) {
        const auto& box = boxes[static_cast<std::size_t>(i)];
        if (box && std::ranges::any_of(query.boxes, [&](const BoundingBox& target) {
                return box_iou(*box, target) >= min_box_iou;
            }))
            measures.box_hits |= 1U << i;
    }
    return measures;
}

}  // namespace gbs
