// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"
#include "training/options/stage_choices.h"

namespace gbs::training {

/// MSE of eq. 1: mean over the pixels, then over the batch. h: [B, h, w]; target: [B, h, w] or a number.
torch::Tensor map_mse(const torch::Tensor& h, const torch::Tensor& target);
torch::Tensor map_mse(const torch::Tensor& h, double target);

/// L_sep (eq. 1). h1, h2: maps of T_1 and T_2 on the blends; target1, target2: alpha and 1 - alpha, or masked
/// by recurrent maps. All [B, h, w].
torch::Tensor separation_loss(const torch::Tensor& h1, const torch::Tensor& h2, const torch::Tensor& target1,
                              const torch::Tensor& target2);

/// L_sep / (2 Var alpha). At 1 the decoder predicts the mean everywhere and has learned nothing.
double separation_ratio(const torch::Tensor& h1, const torch::Tensor& h2, const torch::Tensor& target1,
                        const torch::Tensor& target2);

/// Z[k, m] of eq. 8 for texts k and images m, one [K, M] per level, before the maximum over the levels.
/// w: W^1..W^n, each [K, C_i]; e: E^1..E^n, each [M, C_i, h_i, w_i].
std::vector<torch::Tensor> i2t_similarity(const std::vector<torch::Tensor>& w,
                                          const std::vector<torch::Tensor>& e);

/// L_i2t (eq. 9-10). z: one [B, B] per level; `temperature`: t_i2t.
torch::Tensor i2t_loss(const std::vector<torch::Tensor>& z, const torch::Tensor& temperature,
                       I2tAlignment alignment, I2tReduction reduction = I2tReduction::mean);

/// L_map (beyond the paper, docs/beyond.md): the divergence of H_i2t from a teacher's maps, both as distributions over the
/// cells: KL(p || q), p in proportion to M^2, q the softmax of 20 times the mean cosine of the levels. Mean over the rows,
/// where those with `known` 0 count as 0. w: W^1..W^n, [b, C_i]; e: E^1..E^n, [b, C_i, h_i, w_i]; maps: M, [b, h_n, w_n] in
/// [0, 1]; known: [b].
torch::Tensor map_loss(const std::vector<torch::Tensor>& w, const std::vector<torch::Tensor>& e,
                       const torch::Tensor& maps, const torch::Tensor& known);

/// Decoder outputs for the blends, [B, h, w] each.
struct SeparationMaps {
    torch::Tensor h1, h2;  ///< conditioned on T_1 and T_2
    torch::Tensor hneg;    ///< conditioned on T_neg; 0 everywhere if not computed
    torch::Tensor hadv;    ///< unconditioned; 0.5 everywhere if not computed
};

/// Runs the decoder on the blends. e: E^1..E^n of the blends, [B, C_i, h_i, w_i]; w1, w2, w_neg: W^1..W^n of
/// the texts, [B, C_i]; `w_neg` may be empty: then T_neg has no part in the decoder's batch statistics. The
/// conditioned maps share one decoder pass. The unconditioned pass has batch
/// statistics of its own and leaves the running ones alone, because raw features have another scale
/// (docs/method.md, section 4); it runs only if `unconditioned` is true.
SeparationMaps separation_maps(GroundingModel& model, const std::vector<torch::Tensor>& e,
                               const std::vector<torch::Tensor>& w1, const std::vector<torch::Tensor>& w2,
                               const std::vector<torch::Tensor>& w_neg, bool unconditioned);

}  // namespace gbs::training
