// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include "core/tensor/batch_norm.h"
#include "core/tensor/onednn.h"
#include "core/tensor/torch.h"

namespace gbs {

/// Of a convolution: the layer's own, or TensorFlow's "SAME" (see same_padding.h).
enum class Padding { of_layer, same };

/// activation(norm(convolution(x)) + residual), the step that convolutional encoders repeat.
///
/// While training these are separate operations. During inference the norm is folded into the weights, which are kept
/// until the layers change, and on the CPU all of it is one pass over memory: on wide tensors, each further pass costs
/// as much as a 1x1 convolution.
///
/// The layers belong to the module that holds this object. May be called by several threads during inference.
class FusedConvolution {
 public:
    FusedConvolution() = default;
    /// Without `norm` if it is null.
    FusedConvolution(torch::nn::Conv2d layer, BatchNorm norm, Activation activation,
                     Padding padding = Padding::of_layer);
    /// x: [B, C, h, w]. `residual` has the shape of the result; undefined: none.
    torch::Tensor operator()(const torch::Tensor& x, const torch::Tensor& residual = {}) const;
    explicit operator bool() const { return static_cast<bool>(layer_); }

 private:
    struct Folded;
    class Cache;

    torch::Tensor compute_separately(const torch::Tensor& x, const torch::Tensor& residual) const;
    Folded fold(const torch::Tensor& x) const;

    torch::nn::Conv2d layer_{nullptr};
    BatchNorm norm_{nullptr};
    Activation activation_ = Activation::none;
    Padding padding_ = Padding::of_layer;
    std::shared_ptr<Cache> cache_;
};

}  // namespace gbs
