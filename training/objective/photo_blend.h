// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/tensor/torch.h"
#include "training/alpha/alpha_maps.h"

namespace gbs::training {

/// I_1 as the blend shows it: the photo [3, S, S] itself, or shrunk into the rectangle of scale_shift. The
/// same for features [C, h, w], of which the rectangle takes as large a part.
torch::Tensor foreground(const torch::Tensor& photo, const AlphaMap& alpha);
/// Of all rows [B, C, h, w].
torch::Tensor foregrounds(const torch::Tensor& rows, const std::vector<AlphaMap>& maps);

/// I_b = alpha I_1 + (1 - alpha) I_2. photo1, photo2: [B, 3, S, S]; alpha: [B, S, S], of `maps`.
torch::Tensor blend_photos(const torch::Tensor& photo1, const torch::Tensor& photo2,
                           const std::vector<AlphaMap>& maps, const torch::Tensor& alpha);

/// [B, S, S] to [B, h, w] of `like` [B, C, h, w], each cell the mean of what it covers.
torch::Tensor area_average(const torch::Tensor& alpha, const torch::Tensor& like);

}  // namespace gbs::training
