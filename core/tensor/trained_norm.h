// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include "core/tensor/activation.h"
#include "core/tensor/torch.h"

namespace gbs {

/// What a batch norm that learns needs besides its input.
struct NormParts {
    torch::Tensor weight, bias;               ///< [C]
    torch::Tensor running_mean, running_var;  ///< [C], moved by `momentum`; undefined: kept
    double momentum = 0, epsilon = 0;
};

/// activation(batch norm(x)) with the statistics of the batch, differentiable. On the CPU, with channels last, both are
/// two passes over memory forward and two backward; torch takes five and seven, a third of the time of training an
/// EfficientNet. The result does not depend on the number of threads.
/// x: [B, C, h, w]. Nothing for other devices, types and orders, and for a single cell, which has no variance.
std::optional<torch::Tensor> train_norm(const torch::Tensor& x, const NormParts& parts,
                                        Activation activation);

}  // namespace gbs
