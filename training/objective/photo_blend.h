// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/tensor/torch.h"
#include "training/alpha/alpha_maps.h"

namespace gbs::training {

/// I_1 as it appears in the blend: the photo [3, S, S] itself, or shrunk into the rectangle of scale_shift.
/// Features [C, h, w] work alike, with the rectangle scaled to their grid.
torch::Tensor foreground(const torch::Tensor& photo, const AlphaMap& alpha);
/// foreground() of all rows [B, C, h, w]. `maps`: one per row, or none.
torch::Tensor foregrounds(const torch::Tensor& rows, const std::vector<AlphaMap>& maps);

/// I_b = alpha I_1 + (1 - alpha) I_2. photo1, photo2: [B, 3, S, S]; alpha: [B, S, S], the values of `maps`,
/// or moved from them.
torch::Tensor blend_photos(const torch::Tensor& photo1, const torch::Tensor& photo2,
                           const std::vector<AlphaMap>& maps, const torch::Tensor& alpha);

/// Averages [B, S, S] over the cells of `like` [B, C, h, w]; the result is [B, h, w].
torch::Tensor area_average(const torch::Tensor& alpha, const torch::Tensor& like);

}  // namespace gbs::training
