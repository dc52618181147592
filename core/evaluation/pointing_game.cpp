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

double covered_share(const PhraseQuery& query) {
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

}  // namespace gbs
