// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tensor/torch.h"

namespace gbs {

/// A convolution with TensorFlow's padding "SAME", whatever padding the layer has: ceil(side / stride)
/// outputs a side, and where the padding is odd, the odd row and column are at the end.
torch::Tensor convolve_same(torch::nn::Conv2d& layer, const torch::Tensor& x);

/// A 3x3 max pooling with the same padding.
torch::Tensor max_pool_same(const torch::Tensor& x, std::int64_t stride);

}  // namespace gbs
