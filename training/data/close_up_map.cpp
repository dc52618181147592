// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/close_up_map.h"

namespace gbs::training {

torch::Tensor crop(const torch::Tensor& map, const CloseUp& to, std::int64_t rows, std::int64_t columns) {
    // Coordinates of grid_sampler: -1 to 1 are the borders of the map.
    const auto coordinates = [](std::int64_t cells, double from, double size) {
        return ((torch::arange(cells) + 0.5) / static_cast<double>(cells) * size + from) * 2 - 1;
    };
    const auto grid =
        torch::meshgrid({coordinates(rows, to.top, to.size), coordinates(columns, to.left, to.size)}, "ij");
    const torch::Tensor places = torch::stack({grid[1], grid[0]}, -1).unsqueeze(0);
    constexpr std::int64_t bilinear = 0, border = 1;
    return torch::grid_sampler(map.unsqueeze(0).unsqueeze(0), places, bilinear, border, false)[0][0];
}

}  // namespace gbs::training
