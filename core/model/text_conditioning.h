// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/model/model_choices.h"
#include "core/tensor/torch.h"
#include "core/text/word_shape.h"

namespace gbs {

/// The channels of A(E, W) if E has `channels`.
int attenuated_channels(Attenuation kind, int channels);

/// x / ||x||_2 along `dim`, with the norm clamped to at least 1e-6 (docs/method.md, section 1).
torch::Tensor unit(const torch::Tensor& x, std::int64_t dim);
/// A(E^i, W^i). e: [B, C, h, w], w: [B, C]; result [B, attenuated_channels, h, w], computed in float32.
/// `scale`: s of Attenuation::distance. Not for Attenuation::attention, which has parameters.
torch::Tensor attenuate(Attenuation kind, const torch::Tensor& e, const torch::Tensor& w, double scale = 1.0);

/// The factors of c_+ E and of the cosine in Attenuation::projection_cosine.
constexpr double projection_cosine_scale = 4, cosine_channel_scale = 10;

/// P^i: one Linear per level, applied to the mean over words, which commutes with it. If the language model
/// has several layers (ELMo), they are mixed first with learned weights, gamma sum_j softmax(s)_j layer_j,
/// initially their average.
class TextProjectionImpl : public torch::nn::Module {
 public:
    /// `words`: shape of the language model; `channels`: of E^1..E^n.
    TextProjectionImpl(WordShape words, const std::vector<int>& channels);
    /// words: [B, T, D], mask: [B, T]; result: W^1..W^n, each [B, C_i].
    std::vector<torch::Tensor> forward(const torch::Tensor& words, const torch::Tensor& mask);

 private:
    WordShape words_;
    torch::Tensor mix_, gamma_;  ///< [layers] and a scalar; undefined for a single layer
    std::vector<torch::nn::Linear> levels_;
};
TORCH_MODULE(TextProjection);

/// cos(W, E) at each pixel. e: [B, C, h, w]; w: [B, C]; result [B, 1, h, w] in [-1, 1].
torch::Tensor cosine_map(const torch::Tensor& e, const torch::Tensor& w);

/// H_i2t (eq. 11): cos_+(W^i, E^i) of all levels, resized to the finest level and combined by the maximum or,
/// as an option of ours, the geometric mean. Result [B, h, w] in [0, 1].
torch::Tensor i2t_map(const std::vector<torch::Tensor>& e, const std::vector<torch::Tensor>& w,
                      bool geometric_mean);

/// The same from the cosines of E^i and W^i at each pixel, each [B, h_i, w_i].
torch::Tensor join_levels(const std::vector<torch::Tensor>& cosines, bool geometric_mean);

}  // namespace gbs
