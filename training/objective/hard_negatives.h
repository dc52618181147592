// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs::training {

// Hard choices of T_neg for L_neg (eq. 7) within the batch (docs/beyond.md). Each function returns one row
// index per entry of `partner`, which belongs to row first + k of the batch. The choice is never the row
// itself, its partner or a row with the same text as either; if no row is left, it is that of `fallback`.

/// The text most similar to T_1 or T_2: argmax_j max(s(k, j), s(p(k), j)), where s is the mean of cos(W_k,
/// W_j) over the levels. w: W^1..W^n, each [B, C_i]; `texts`: [B], of the complete batch.
std::vector<std::size_t> similar_negatives(const std::vector<torch::Tensor>& w,
                                           const std::vector<std::string>& texts,
                                           const std::vector<std::size_t>& partner,
                                           const std::vector<std::size_t>& fallback, std::size_t first = 0);

/// The text that the model responds to most in blend k: argmax_j of the mean of cos_+(E_k, W_j) over levels
/// and pixels. e: E of the blends, each [partner.size(), C_i, h_i, w_i].
std::vector<std::size_t> strongest_negatives(const std::vector<torch::Tensor>& e,
                                             const std::vector<torch::Tensor>& w,
                                             const std::vector<std::string>& texts,
                                             const std::vector<std::size_t>& partner,
                                             const std::vector<std::size_t>& fallback, std::size_t first = 0);

}  // namespace gbs::training
