// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/pointing_game.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace gbs {
namespace {

/// Rows covered in the columns of one strip by boxes that are sorted by their first row.
int count_covered_rows(const std::vector<PixelBox>& boxes, int strip_x1, int strip_x2) {
    int covered = 0, reached = 0;
    for (const auto& box : boxes) {
        if (box.x1 > strip_x1 || box.x2 < strip_x2) continue;
        covered += std::max(0, box.y2 - std::max(box.y1, reached));
        reached = std::max(reached, box.y2);
    }
    return covered;
}

}  // namespace

bool is_pointing_hit(const PhraseQuery& query, int x, int y) {
    if (query.has_masks())
        return std::ranges::any_of(query.masks, [&](const auto& mask) { return mask->contains(x, y); });
    return std::ranges::any_of(query.boxes, [&](const BoundingBox& box) { return box.contains(x, y); });
}

PixelBox find_pixels(const BoundingBox& box, int width, int height) {
    const auto first = [](double corner, int side) {
        return static_cast<int>(std::clamp(std::ceil(corner) - 1, 0.0, double(side)));
    };
    const auto end = [](double corner, int side) {
        return static_cast<int>(std::clamp(std::floor(corner), 0.0, double(side)));
    };
    return {first(box.x1, width), first(box.y1, height), end(box.x2, width), end(box.y2, height)};
}

std::vector<char> inside_pixels(const PhraseQuery& query, int width, int height) {
    std::vector<char> inside(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    if (query.has_masks()) {
        for (const auto& mask : query.masks) mask->fill(inside, width, height);
        return inside;
    }
    for (const auto& box : query.boxes) {
        const PixelBox pixels = find_pixels(box, width, height);
        for (int y = pixels.y1; y < pixels.y2; ++y)
            if (pixels.x1 < pixels.x2)
                std::fill_n(inside.begin() + static_cast<std::ptrdiff_t>(y) * width + pixels.x1,
                            pixels.x2 - pixels.x1, 1);
    }
    return inside;
}

double covered_share(const PhraseQuery& query) {
    if (query.has_masks()) {
        const auto inside = inside_pixels(query, query.width, query.height);
        return double(std::ranges::count(inside, 1)) / double(inside.size());
    }
    std::vector<PixelBox> boxes;
    std::vector<int> edges;
    for (const auto& box : query.boxes) {
        boxes.push_back(find_pixels(box, query.width, query.height));
        edges.insert(edges.end(), {boxes.back().x1, boxes.back().x2});
    }
    std::ranges::sort(edges);
    std::ranges::sort(boxes, {}, &PixelBox::y1);
    double pixels = 0;
    for (std::size_t i = 1; i < edges.size(); ++i)
        pixels += double(edges[i] - edges[i - 1]) * count_covered_rows(boxes, edges[i - 1], edges[i]);
    return pixels / (static_cast<double>(query.width) * query.height);
}

Chance find_chance(const PhraseQuery& query) {
    return {covered_share(query), is_pointing_hit(query, query.width / 2, query.height / 2)};
}

}  // namespace gbs
