// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/contour.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace gbs::widgets {

namespace {

/// Values at lattice points. The outermost ring repeats the positions of the next ring with a value below
/// every threshold, which closes a region along the edge.
struct Lattice {
    std::vector<double> x, y;  ///< photo positions, ascending; the first and last occur twice
    std::vector<float> values;

    std::size_t columns() const { return x.size(); }
    std::size_t rows() const { return y.size(); }
    float at(std::size_t column, std::size_t row) const { return values[row * columns() + column]; }
};

std::vector<double> positions(double low, double high, double step) {
    const auto steps = static_cast<std::size_t>(std::clamp(std::ceil((high - low) / step), 1.0, 8192.0));
    std::vector<double> result{low};
    for (std::size_t i = 0; i <= steps; ++i)
        result.push_back(low + (high - low) * static_cast<double>(i) / static_cast<double>(steps));
    result.push_back(high);
    return result;
}

Lattice sample(const HeatmapLayer& layer, QSize photo, const QRectF& part, double step) {
    Lattice lattice{
        positions(part.left(), part.right(), step), positions(part.top(), part.bottom(), step), {}};
    lattice.values.assign(lattice.columns() * lattice.rows(), -1.F);
    const auto inner = static_cast<int>(lattice.columns() - 2);
    LayerSampler sampler(layer, photo, inner, part.left(), part.width() / (inner - 1));
    for (std::size_t row = 1; row + 1 < lattice.rows(); ++row)
        sampler.read_row(lattice.y[row], &lattice.values[row * lattice.columns() + 1]);
    return lattice;
}

/// Marching squares. The id of a lattice edge is twice the index of its left or upper point, plus 1 if the
/// edge is vertical. A crossing is identified by its edge.
class Tracer {
 public:
    Tracer(const Lattice& lattice, float threshold) : lattice_(lattice), threshold_(threshold) {}

    QPainterPath trace(const QTransform& to_area) {
        for (std::size_t row = 0; row + 1 < lattice_.rows(); ++row)
            for (std::size_t column = 0; column + 1 < lattice_.columns(); ++column) cross(column, row);
        QPainterPath path;
        // The outer ring closes every contour: one segment starts at each crossing.
        while (!next_.empty()) {
            const std::size_t start = next_.begin()->first;
            path.moveTo(to_area.map(place(start)));
            for (std::size_t edge = take(start); edge != start; edge = take(edge))
                path.lineTo(to_area.map(place(edge)));
            path.closeSubpath();
        }
        return path;
    }

 private:
    bool high(std::size_t column, std::size_t row) const { return lattice_.at(column, row) >= threshold_; }

    std::size_t take(std::size_t edge) {
        const auto found = next_.find(edge);
        const std::size_t next = found->second;
        next_.erase(found);
        return next;
    }

    void cross(std::size_t column, std::size_t row) {
        const bool corners[4] = {high(column, row), high(column + 1, row), high(column + 1, row + 1),
                                 high(column, row + 1)};
        const std::size_t corner = row * lattice_.columns() + column;
        // Edges in the order of the corners: top, right, bottom, left.
        const std::size_t edges[4] = {2 * corner, 2 * (corner + 1) + 1, 2 * (corner + lattice_.columns()),
                                      2 * corner + 1};
        // Contours keep the region on their right: a segment starts where the walk around the square enters
        // the region and ends where it leaves. Saddles separate the two high corners.
        for (std::size_t i = 0; i < 4; ++i) {
            if (corners[i] || !corners[(i + 1) % 4]) continue;
            std::size_t leave = (i + 1) % 4;
            while (corners[(leave + 1) % 4]) leave = (leave + 1) % 4;
            next_[edges[leave]] = edges[i];
        }
    }

    QPointF place(std::size_t edge) const {
        const std::size_t corner = edge / 2;
        const bool vertical = edge % 2 == 1;
        const std::size_t column = corner % lattice_.columns(), row = corner / lattice_.columns();
        const std::size_t other_column = vertical ? column : column + 1, other_row = vertical ? row + 1 : row;
        const double a = lattice_.at(column, row), b = lattice_.at(other_column, other_row);
        const double share = std::clamp((threshold_ - a) / (b - a), 0.0, 1.0);
        return {lattice_.x[column] + (lattice_.x[other_column] - lattice_.x[column]) * share,
                lattice_.y[row] + (lattice_.y[other_row] - lattice_.y[row]) * share};
    }

    const Lattice& lattice_;
    float threshold_;
    std::unordered_map<std::size_t, std::size_t> next_;
};

}  // namespace

QPainterPath contour(const HeatmapLayer& layer, float threshold, QSize photo, const QRectF& area,
                     const QTransform& to_area, double spacing) {
    if (layer.empty() || photo.isEmpty() || layer.highest < threshold) return {};
    // The margin hides where a region is cut off outside the area.
    const double margin = 8 * spacing;
    const QRectF part =
        to_area.inverted().mapRect(area.adjusted(-margin, -margin, margin, margin)) & QRectF({0, 0}, photo);
    if (part.isEmpty()) return {};
    return Tracer(sample(layer, photo, part, spacing / to_area.m11()), threshold).trace(to_area);
}

}  // namespace gbs::widgets
