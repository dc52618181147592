// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

#include "core/tensor/torch.h"

namespace gbs {

/// The total number of rows and columns to add to [B, C, h, w] for "SAME" padding.
std::array<std::int64_t, 2> same_padding(const torch::Tensor& x, std::int64_t kernel, std::int64_t stride);

/// A convolution with TensorFlow's "SAME" padding instead of the layer's: ceil(side / stride) outputs per
/// side; odd padding puts the extra row and column at the end.
torch::Tensor convolve_same(torch::nn::Conv2d& layer, const torch::Tensor& x);

/// 3x3 max pooling with the same padding.
torch::Tensor max_pool_same(const torch::Tensor& x, std::int64_t stride);

}  // namespace gbs
