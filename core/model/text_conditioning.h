// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/model/model_choices.h"
#include "core/tensor/torch.h"
#include "core/text/word_shape.h"

namespace gbs {

/// Channels of A(E, W) where E has `channels`.
int attenuated_channels(Attenuation kind, int channels);

/// x / ||x||_2 along `dim`, the norm floored at 1e-6 (docs/method.md, section 1).
torch::Tensor unit(const torch::Tensor& x, std::int64_t dim);
/// A(E^i, W^i). e: [B, C, h, w], w: [B, C]; result
/// [B, attenuated_channels, h, w]. Computed in fp32 whatever the input's
/// type. `scale` is s of Attenuation::distance. Not for Attenuation::attention, which has parameters.
torch::Tensor attenuate(Attenuation kind, const torch::Tensor& e, const torch::Tensor& w, double scale = 1.0);

/// P^i: one Linear a level. The mean over words commutes with it, so it is applied to the mean (method.md,
/// row 12). Where the language model gives several layers (ELMo), their mix is learned before it: gamma
/// sum_j softmax(s)_j layer_j (row 23), at the start the layers' average; it commutes with the mean too.
class TextProjectionImpl : public torch::nn::Module {
 public:
    /// `words`: of the language model; `channels`: of E^1..E^n.
    TextProjectionImpl(WordShape words, const std::vector<int>& channels);
    /// words: [B, T, D], mask: [B, T]; result: W^1..W^n, each [B, C_i].
    std::vector<torch::Tensor> forward(const torch::Tensor& words, const torch::Tensor& mask);

 private:
    WordShape words_;
    torch::Tensor mix_, gamma_;  ///< [layers] and a number; undefined where there is one layer
    std::vector<torch::nn::Linear> levels_;
};
TORCH_MODULE(TextProjection);

/// H_i2t (eq. 11): cos_+(W^i, E^i) of each level at the finest level's size, joined by the maximum or, our
/// option, by the geometric mean. Result [B, h, w] in [0, 1].
torch::Tensor i2t_map(const std::vector<torch::Tensor>& e, const std::vector<torch::Tensor>& w,
                      bool geometric_mean);

}  // namespace gbs
