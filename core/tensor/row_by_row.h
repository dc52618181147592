// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs {

/// `compute` for each row of x [B, ...] by itself, and the results, each [1, ...], joined to [B, ...]: without gradients,
/// side by side in the CPU's threads. None waits for another after each layer, which takes long beside a busy program, and
/// a row's tensors stay in the caches of a core. `compute(x)` on a GPU, or where there are more threads than rows.
std::vector<torch::Tensor> compute_row_by_row(
    const torch::Tensor& x, const std::function<std::vector<torch::Tensor>(const torch::Tensor&)>& compute);

}  // namespace gbs
