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

/// Pixels beside each other in a row.
struct Run {
    int y, x1, x2;  ///< both ends belong to it
};

/// Which thresholds a value reaches.
class Thresholds {
 public:
    explicit Thresholds(double maximum) : steps_((box_thresholds + 1) / maximum) {
        for (int i = 0; i < box_thresholds; ++i)
            values_[static_cast<std::size_t>(i)] = threshold_share(i) * maximum;
    }
    /// The number of them.
    int count(double value) const {
        int level = std::clamp(static_cast<int>(value * steps_), 0, box_thresholds);  // up to rounding
        while (level < box_thresholds && value >= values_[static_cast<std::size_t>(level)]) ++level;
        while (level > 0 && value < values_[static_cast<std::size_t>(level - 1)]) --level;
        return level;
    }

 private:
    double steps_;
    std::array<double, box_thresholds> values_;
};

/// Connected components (by sides) of runs that are added one by one.
class Components {
 public:
    Components(int width, int height)
        : width_(width), height_(height), run_of_(static_cast<std::size_t>(width) * height, absent) {}

    void add(const Run& run) {
        const auto id = static_cast<std::uint32_t>(parts_.size());
        parent_.push_back(id);
        parts_.push_back({static_cast<std::uint32_t>(run.x2 - run.x1 + 1), run.x1, run.y, run.x2, run.y});
        std::uint32_t* row = run_of_.data() + static_cast<std::size_t>(run.y) * width_;
        std::fill(row + run.x1, row + run.x2 + 1, id);
        if (run.x1 > 0 && row[run.x1 - 1] != absent) join(id, row[run.x1 - 1]);
        if (run.x2 + 1 < width_ && row[run.x2 + 1] != absent) join(id, row[run.x2 + 1]);
        if (run.y > 0) join_row(id, row - width_, run);
        if (run.y + 1 < height_) join_row(id, row + width_, run);
        const std::uint32_t root = find_root(id);
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

    /// Joins what touches the run in the row above or below. Pixels beside each other are in one component already.
    void join_row(std::uint32_t id, const std::uint32_t* row, const Run& run) {
        for (int x = run.x1; x <= run.x2; ++x)
            if (row[x] != absent && (x == run.x1 || row[x - 1] == absent)) join(id, row[x]);
    }
    std::uint32_t find_root(std::uint32_t run) const {
        while (parent_[run] != run) {
            parent_[run] = parent_[parent_[run]];
            run = parent_[run];
        }
        return run;
    }
    void join(std::uint32_t a, std::uint32_t b) {
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
    std::vector<std::uint32_t> run_of_;          ///< of each pixel
    mutable std::vector<std::uint32_t> parent_;  ///< of each run, in its component
    std::vector<Part> parts_;                    ///< of each run that is a root
    std::uint32_t largest_ = absent;
};

/// Runs of pixels by the number of thresholds that they reach, each list in row-major order.
std::array<std::vector<Run>, box_thresholds + 1> runs_by_level(const Heatmap& map, float maximum) {
    std::array<std::vector<Run>, box_thresholds + 1> levels;
    const Thresholds thresholds(maximum);
    for (int y = 0; y < map.height(); ++y) {
        const float* row = map.values().data() + static_cast<std::size_t>(y) * map.width();
        const auto level_of = [&](int x) { return row[x] > 0 ? thresholds.count(row[x]) : 0; };
        for (int x = 0; x < map.width();) {
            const int level = level_of(x), first = x++;
            while (x < map.width() && level_of(x) == level) ++x;
            if (level > 0) levels[static_cast<std::size_t>(level)].push_back({y, first, x - 1});
        }
    }
    return levels;
}

double energy_share(const Heatmap& map, const PhraseQuery& query) {
    const std::vector<char> inside = inside_pixels(query, map.width(), map.height());
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
    const auto levels = runs_by_level(map, maximum);
    Components components(map.width(), map.height());
    for (int level = box_thresholds; level > 0; --level) {
        for (const Run& run : levels[static_cast<std::size_t>(level)]) components.add(run);
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
