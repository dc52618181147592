// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/tensor/activation.h"
#include "core/tensor/torch.h"

// What oneDNN does in one pass over memory, through operations that torch registers for its own compiler.
namespace gbs {

struct ConvolutionShape {
    std::vector<std::int64_t> padding, stride, dilation;  ///< vertical, horizontal
    std::int64_t groups = 1;
};

/// A convolution with prepared float32 weights on the CPU, without gradients. May be used by several threads.
class OneDnnConvolution {
 public:
    /// weight: [C_out, C_in / groups, k, l]; `bias` may be undefined; `input`: the usual shape of inputs, of which the
    /// best order of the weights depends. Nothing where torch comes without oneDNN, or if it is turned off.
    static std::optional<OneDnnConvolution> make(const torch::Tensor& weight, const torch::Tensor& bias,
                                                 ConvolutionShape shape,
                                                 const std::vector<std::int64_t>& input);
    /// activation(convolution(x) + bias + residual), channels last. `residual` may be undefined.
    torch::Tensor operator()(const torch::Tensor& x, const torch::Tensor& residual,
                             Activation activation) const;

 private:
    OneDnnConvolution() = default;

    ConvolutionShape shape_;
    torch::Tensor weight_, bias_;
};

}  // namespace gbs
