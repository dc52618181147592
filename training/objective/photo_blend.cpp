// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/photo_blend.h"

#include <algorithm>
#include <cmath>

namespace gbs::training {

namespace {

/// Cells, at least one, of a side with `cells` cells that correspond to a part of a side with `size` pixels.
struct Span {
    Span(int from, int length, int size, std::int64_t cells) {
        const double scale = static_cast<double>(cells) / size;
        first = std::min<std::int64_t>(std::lround(from * scale), cells - 1);
        count = std::clamp<std::int64_t>(std::lround((from + length) * scale) - first, 1, cells - first);
    }
    std::int64_t first = 0, count = 1;
};

}  // namespace

torch::Tensor foreground(const torch::Tensor& photo, const AlphaMap& alpha) {
    if (!alpha.paste) return photo;
    namespace F = torch::nn::functional;
    const Span rows(alpha.paste->y, alpha.paste->height, alpha.size, photo.size(1));
    const Span columns(alpha.paste->x, alpha.paste->width, alpha.size, photo.size(2));
    const auto options = F::InterpolateFuncOptions()
                             .size(std::vector<std::int64_t>{rows.count, columns.count})
                             .mode(torch::kBilinear)
                             .align_corners(false)
                             .antialias(true);
    torch::Tensor canvas = torch::zeros_like(photo);
    canvas.narrow(1, rows.first, rows.count)
        .narrow(2, columns.first, columns.count)
        .copy_(F::interpolate(photo.unsqueeze(0), options)[0]);
    return canvas;
}

torch::Tensor foregrounds(const torch::Tensor& rows, const std::vector<AlphaMap>& maps) {
    if (std::ranges::none_of(maps, [](const AlphaMap& map) { return map.paste.has_value(); })) return rows;
    std::vector<torch::Tensor> each;
    for (std::int64_t row = 0; row < rows.size(0); ++row)
        each.push_back(foreground(rows[row], maps[static_cast<std::size_t>(row)]));
    return torch::stack(each);
}

torch::Tensor blend_photos(const torch::Tensor& photo1, const torch::Tensor& photo2,
                           const std::vector<AlphaMap>& maps, const torch::Tensor& alpha) {
    const torch::Tensor weight = alpha.unsqueeze(1);
    return weight * foregrounds(photo1, maps) + (1 - weight) * photo2;
}

torch::Tensor area_average(const torch::Tensor& alpha, const torch::Tensor& like) {
    return torch::adaptive_avg_pool2d(alpha.unsqueeze(1), {like.size(2), like.size(3)}).squeeze(1);
}

}  // namespace gbs::training
