// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"
#include "training/options/stage_choices.h"

namespace gbs::training {

/// MSE of eq. 1: mean over the pixels, then over the batch. h: [B, h, w]; target: the same size, or a number.
torch::Tensor map_mse(const torch::Tensor& h, const torch::Tensor& target);
torch::Tensor map_mse(const torch::Tensor& h, double target);

/// Eq. 8 before its max: for each level Z[k, m], texts k by images m.
/// w: W^1..W^n, each [K, C_i]; e: E^1..E^n, each [M, C_i, h_i, w_i].
std::vector<torch::Tensor> i2t_similarity(const std::vector<torch::Tensor>& w,
                                          const std::vector<torch::Tensor>& e);

/// L_i2t of eq. 9-10, mean over the batch. `temperature` is t_i2t.
torch::Tensor i2t_loss(const std::vector<torch::Tensor>& z, const torch::Tensor& temperature,
                       I2tAlignment alignment);

/// L_sep (eq. 1), L_neg (eq. 7), L_adv (eq. 6), and the maps they were computed from (detached, for
/// previews).
struct SeparationLosses {
    torch::Tensor sep, neg, adv;
    torch::Tensor h1, h2, hneg, hadv;
};

/// e: E of the blends; w1, w2, w_neg: projected texts, each W^1..W^n; target1, target2: [B, h, w] at the
/// finest level's size: alpha and 1 - alpha, or masked by recurrent maps. The conditioned maps share one
/// decoder forward; the unconditioned one has its own batch statistics, which leave the running ones alone,
/// for raw features have another scale (method.md, row 15). It is skipped where not `with_adv`.
SeparationLosses separation_losses(GroundingModel& model, const std::vector<torch::Tensor>& e,
                                   const std::vector<torch::Tensor>& w1, const std::vector<torch::Tensor>& w2,
                                   const std::vector<torch::Tensor>& w_neg, const torch::Tensor& target1,
                                   const torch::Tensor& target2, bool with_adv = true);

/// L_sep / (2 Var alpha): 1 means that the decoder says the mean everywhere and has learned nothing.
double separation_ratio(const torch::Tensor& h1, const torch::Tensor& h2, const torch::Tensor& target1,
                        const torch::Tensor& target2);

}  // namespace gbs::training
