// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tensor/torch.h"

namespace gbs {

/// The learned attenuation of section 4.4.5, item 3: "a self-attention block accepting the concatenated E^i
/// and W^i (replicated to each pixel of E^i) and outputting a tensor of the same size as E^i". Our choices
/// where the paper is silent: one head with d = max(8, C / 8) channels, a residual connection, and both
/// inputs normalized to unit root mean square, since raw E is much larger than W:
///   x = [sqrt(C) E/||E||, sqrt(C) W/||W||] at each pixel,
///   A(E, W) = sqrt(C) E/||E|| + O softmax(Q x (K x)^T / sqrt(d)) V x.
class AttentionAttenuationImpl : public torch::nn::Module {
 public:
    explicit AttentionAttenuationImpl(int channels);
    /// e: [B, C, h, w], w: [B, C]; result [B, C, h, w], computed in float32.
    torch::Tensor forward(const torch::Tensor& e, const torch::Tensor& w);

 private:
    torch::nn::Linear query_{nullptr}, key_{nullptr}, value_{nullptr}, output_{nullptr};
};
TORCH_MODULE(AttentionAttenuation);

}  // namespace gbs
