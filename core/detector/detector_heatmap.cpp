// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_heatmap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"

namespace gbs {
namespace {

constexpr int max_side_pixels = 1'000'000;
constexpr std::size_t max_pixels = 400'000'000;

/// Cells [x1, x2) x [y1, y2) of a grid.
struct Cells {
    int x1, y1, x2, y2;
    float score;
};

/// Cells of one axis with their center in [low, high); at least the one that contains the middle.
std::pair<int, int> covered(double low, double high, int cells, double scale) {
    const auto cell = [&](double edge) {
        return static_cast<int>(std::clamp(std::ceil(edge * scale - 0.5), 0.0, double(cells)));
    };
    const int first = cell(low), end = cell(high);
    if (first < end) return {first, end};
    const int middle =
        static_cast<int>(std::clamp(std::floor((low + high) / 2 * scale), 0.0, double(cells - 1)));
    return {middle, middle + 1};
}

std::vector<Cells> on_grid(std::span<const DetectorBox> boxes, int width, int height, int columns, int rows) {
    std::vector<Cells> out;
    for (const auto& box : boxes) {
        if (box.x1 >= width || box.y1 >= height || box.x2 <= 0 || box.y2 <= 0) continue;
        const auto [x1, x2] = covered(box.x1, box.x2, columns, double(columns) / width);
        const auto [y1, y2] = covered(box.y1, box.y2, rows, double(rows) / height);
        out.push_back({x1, y1, x2, y2, static_cast<float>(box.score)});
    }
    return out;
}

void check_size(int width, int height) {
    if (width < 1 || height < 1 || width > max_side_pixels || height > max_side_pixels)
        throw Error("boxes cannot be drawn on an image of " + std::to_string(width) + " x " +
                    std::to_string(height));
}

std::vector<int> sorted_edges(const std::vector<Cells>& boxes, int Cells::*low, int Cells::*high) {
    std::vector<int> edges;
    for (const auto& box : boxes) edges.insert(edges.end(), {box.*low, box.*high});
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

std::size_t find_edge(const std::vector<int>& edges, int edge) {
    return static_cast<std::size_t>(std::ranges::lower_bound(edges, edge) - edges.begin());
}

/// Calls `take` for each cell connected by sides with `start` through true cells, and clears them.
template <typename Take>
void flood(std::vector<char>& inside, std::size_t columns, std::size_t start, Take take) {
    std::vector<std::size_t> open{start};
    inside[start] = 0;
    while (!open.empty()) {
        const std::size_t cell = open.back();
        open.pop_back();
        take(cell % columns, cell / columns);
        const auto visit = [&](bool exists, std::size_t next) {
            if (!exists || !inside[next]) return;
            inside[next] = 0;
            open.push_back(next);
        };
        visit(cell % columns > 0, cell - 1);
        visit(cell % columns + 1 < columns, cell + 1);
        visit(cell >= columns, cell - columns);
        visit(cell + columns < inside.size(), cell + columns);
    }
}

/// Sums of areas and moments.
struct Centroid {
    double area = 0, x = 0, y = 0;

    void add(double x1, double x2, double y1, double y2) {
        const double part = (x2 - x1) * (y2 - y1);
        area += part;
        x += part * (x1 + x2) / 2;
        y += part * (y1 + y2) / 2;
    }
    Peak peak(float value) const { return {static_cast<int>(x / area), static_cast<int>(y / area), value}; }
};

}  // namespace

Heatmap detector_heatmap(std::span<const DetectorBox> boxes, int width, int height, int max_side) {
    check_size(width, height);
    int columns = width, rows = height;
    if (max_side > 0 && std::max(width, height) > max_side) {
        const double scale = double(max_side) / std::max(width, height);
        columns = std::max(1, static_cast<int>(std::lround(width * scale)));
        rows = std::max(1, static_cast<int>(std::lround(height * scale)));
    }
    if (static_cast<std::size_t>(columns) * rows > max_pixels)
        throw Error("a map of " + std::to_string(columns) + " x " + std::to_string(rows) + " is too large");
    auto cells = on_grid(boxes, width, height, columns, rows);
    std::ranges::sort(cells, {}, &Cells::score);  // the best score is painted last
    std::vector<float> values(static_cast<std::size_t>(columns) * rows, 0.0F);
    for (const auto& box : cells)
        for (int y = box.y1; y < box.y2; ++y)
            std::fill(values.begin() + static_cast<std::ptrdiff_t>(y) * columns + box.x1,
                      values.begin() + static_cast<std::ptrdiff_t>(y) * columns + box.x2, box.score);
    return {columns, rows, std::move(values)};
}

Peak detector_peak(std::span<const DetectorBox> boxes, int width, int height) {
    check_size(width, height);
    auto best = on_grid(boxes, width, height, width, height);
    float value = 0;
    for (const auto& box : best) value = std::max(value, box.score);
    std::erase_if(best, [&](const Cells& box) { return box.score < value; });
    if (best.empty() || value == 0) return {0, 0, 0};
    if (best.size() == 1) {
        Centroid one;
        one.add(best[0].x1, best[0].x2, best[0].y1, best[0].y2);
        return one.peak(value);
    }
    // Between adjacent edges of boxes all pixels are equal, so a coarse grid of those strips is exact.
    const auto columns = sorted_edges(best, &Cells::x1, &Cells::x2);
    const auto rows = sorted_edges(best, &Cells::y1, &Cells::y2);
    const std::size_t across = columns.size() - 1;
    std::vector<char> inside(across * (rows.size() - 1), 0);
    for (const auto& box : best)
        for (std::size_t y = find_edge(rows, box.y1); y < find_edge(rows, box.y2); ++y)
            std::fill_n(inside.begin() + static_cast<std::ptrdiff_t>(y * across + find_edge(columns, box.x1)),
                        find_edge(columns, box.x2) - find_edge(columns, box.x1), 1);
    Centroid centroid;
    const auto first = static_cast<std::size_t>(std::ranges::find(inside, 1) - inside.begin());
    flood(inside, across, first, [&](std::size_t x, std::size_t y) {
        centroid.add(columns[x], columns[x + 1], rows[y], rows[y + 1]);
    });
    return centroid.peak(value);
}

Peak plateau_centroid(const Heatmap& map) {
    if (map.empty()) throw Error("an empty heatmap has no maximum");
    const float none = -std::numeric_limits<float>::infinity();
    float value = none;
    for (const float one : map.values()) value = one > value ? one : value;
    std::vector<char> inside(map.values().size());
    for (std::size_t i = 0; i < inside.size(); ++i) inside[i] = map.values()[i] == value;
    const auto first = std::ranges::find(inside, 1);
    if (first == inside.end()) return {0, 0, map.values().front()};  // all NaN
    Centroid centroid;
    flood(inside, static_cast<std::size_t>(map.width()), static_cast<std::size_t>(first - inside.begin()),
          [&](std::size_t x, std::size_t y) {
              centroid.add(double(x), double(x) + 1, double(y), double(y) + 1);
          });
    return centroid.peak(value);
}

}  // namespace gbs
