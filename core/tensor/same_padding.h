// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tensor/torch.h"

namespace gbs {

/// A convolution with TensorFlow's "SAME" padding instead of the layer's: ceil(side / stride) outputs per
/// side; odd padding puts the extra row and column at the end.
torch::Tensor convolve_same(torch::nn::Conv2d& layer, const torch::Tensor& x);

/// 3x3 max pooling with the same padding.
torch::Tensor max_pool_same(const torch::Tensor& x, std::int64_t stride);

}  // namespace gbs
