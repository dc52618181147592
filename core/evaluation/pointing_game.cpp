// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/pointing_game.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/join.h"

namespace gbs {
namespace {

constexpr double mg_smallest_hull = 0.05;

double percent(double part, std::size_t total) {
    return total == 0 ? 0 : 100 * part / static_cast<double>(total);
}

/// Columns [x1, x2) and rows [y1, y2) of the pixels in a box, 0-based, inside of the image.
struct PixelBox {
    int x1, y1, x2, y2;
};

PixelBox pixels_in(const BoundingBox& box, const PhraseQuery& query) {
    const auto first = [](double corner, int side) {
        return static_cast<int>(std::clamp(std::ceil(corner) - 1, 0.0, double(side)));
    };
    const auto end = [](double corner, int side) {
        return static_cast<int>(std::clamp(std::floor(corner), 0.0, double(side)));
    };
    return {first(box.x1, query.width), first(box.y1, query.height), end(box.x2, query.width),
            end(box.y2, query.height)};
}

/// Rows covered in the columns of one strip by boxes that are sorted by their first row.
int covered_rows(const std::vector<PixelBox>& boxes, int strip_x1, int strip_x2) {
    int covered = 0, reached = 0;
    for (const auto& box : boxes) {
        if (box.x1 > strip_x1 || box.x2 < strip_x2) continue;
        covered += std::max(0, box.y2 - std::max(box.y1, reached));
        reached = std::max(reached, box.y2);
    }
    return covered;
}

}  // namespace

std::optional<std::string> plain_protocol(const PhraseQuery& query) {
    if (query.boxes.empty()) return "no box";
    return std::nullopt;
}

std::optional<std::string> mg_protocol(const PhraseQuery& query) {
    if (auto reason = plain_protocol(query)) return reason;
    if (hull_share(query) < mg_smallest_hull) return "boxes cover less than 5 % of the image";
    return std::nullopt;
}

PointingProtocol pointing_protocol(const std::string& name) {
    if (name == "plain") return plain_protocol;
    if (name == "mg") return mg_protocol;
    throw Error("there is no protocol \"" + name + "\"; known are " + join(pointing_protocol_names(), ", "));
}

std::vector<std::string> pointing_protocol_names() {
    return {"plain", "mg"};
}

bool is_pointing_hit(const PhraseQuery& query, int x, int y) {
    return std::ranges::any_of(query.boxes, [&](const BoundingBox& box) { return box.contains(x, y); });
}

void PointingTally::add(bool hit) {
    ++total;
    if (hit) ++hits;
}

double PointingTally::accuracy() const {
    return percent(static_cast<double>(hits), total);
}

double ExpectedPointing::accuracy() const {
    return percent(hits, total);
}

PointingTally center_baseline(std::span<const PhraseQuery> queries, const PointingProtocol& protocol) {
    PointingTally tally;
    for (const auto& query : queries) {
        if (const auto reason = protocol(query))
            tally.skip(*reason);
        else
            tally.add(is_pointing_hit(query, query.width / 2, query.height / 2));
    }
    return tally;
}

ExpectedPointing expected_random_baseline(std::span<const PhraseQuery> queries,
                                          const PointingProtocol& protocol) {
    ExpectedPointing expected;
    for (const auto& query : queries) {
        if (protocol(query)) continue;
        expected.hits += union_pixels(query) / (static_cast<double>(query.width) * query.height);
        ++expected.total;
    }
    return expected;
}

double union_pixels(const PhraseQuery& query) {
    std::vector<PixelBox> boxes;
    std::vector<int> edges;
    for (const auto& box : query.boxes) {
        boxes.push_back(pixels_in(box, query));
        edges.insert(edges.end(), {boxes.back().x1, boxes.back().x2});
    }
    std::ranges::sort(edges);
    std::ranges::sort(boxes, {}, &PixelBox::y1);
    double pixels = 0;
    for (std::size_t i = 1; i < edges.size(); ++i)
        pixels += double(edges[i] - edges[i - 1]) * covered_rows(boxes, edges[i - 1], edges[i]);
    return pixels;
}

double hull_share(const PhraseQuery& query) {
    BoundingBox hull = query.boxes.front();
    for (const auto& box : query.boxes)
        hull = {std::min(hull.x1, box.x1), std::min(hull.y1, box.y1), std::max(hull.x2, box.x2),
                std::max(hull.y2, box.y2)};
    const double pixels = (hull.x2 - hull.x1 + 1) * (hull.y2 - hull.y1 + 1);
    return pixels / (static_cast<double>(query.width) * query.height);
}

}  // namespace gbs
