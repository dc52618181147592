// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tensor/torch.h"

namespace gbs {

/// Without bias and padding: encoders that come from TensorFlow pad by themselves, as `same` does (core/tensor/same_padding.h).
inline torch::nn::Conv2d unpadded_convolution(int in, int out, int kernel, int stride = 1, int groups = 1) {
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).stride(stride).groups(groups).bias(false));
}

}  // namespace gbs
