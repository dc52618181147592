// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs::training {

// T_neg of L_neg (eq. 7) chosen from the batch by how hard it is, instead of any other row's
// (docs/beyond.md). Each returns a row index for every one of `partner`, of which row k of the batch has
// partner[k - first]: never the row itself, its partner, or a row with the very text of either; where no row
// is left, `fallback`'s.

/// The text that is most like T_1 or T_2: argmax_j max(s(k, j), s(p(k), j)), s the mean over the levels of
/// cos(W_k, W_j).
/// w: W^1..W^n, each [B, C_i], and `texts`: of the whole batch.
std::vector<std::size_t> similar_negatives(const std::vector<torch::Tensor>& w,
                                           const std::vector<std::string>& texts,
                                           const std::vector<std::size_t>& partner,
                                           const std::vector<std::size_t>& fallback, std::size_t first = 0);

/// The text that the model sees most of in blend k: argmax_j of the mean over levels and pixels of
/// cos_+(E_k, W_j). e: of the blends, each [partner.size(), C_i, h_i, w_i].
std::vector<std::size_t> strongest_negatives(const std::vector<torch::Tensor>& e,
                                             const std::vector<torch::Tensor>& w,
                                             const std::vector<std::string>& texts,
                                             const std::vector<std::size_t>& partner,
                                             const std::vector<std::size_t>& fallback, std::size_t first = 0);

}  // namespace gbs::training
