// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/tensor/torch.h"
#include "core/text/language_weights.h"

// What the transformers among the language models share.
namespace gbs {

struct LayerNorm {
    torch::Tensor weight, bias;

    void read(WeightReader& reader, const std::string& name, std::int64_t width);
    void to(torch::Device device);
    torch::Tensor operator()(const torch::Tensor& x, double epsilon) const;
};

/// Linear layers with the same input, as one product. The weights are transposed: for the few rows of a phrase, a product
/// takes as long as reading them, and rows that lie in order are read faster.
struct Linear {
    torch::Tensor weight;  ///< [D_in, D_out]
    torch::Tensor bias;    ///< [D_out]

    void read(WeightReader& reader, const std::vector<std::string>& names, std::int64_t out, std::int64_t in);
    void to(torch::Device device);
    /// x: [N, D_in].
    torch::Tensor operator()(const torch::Tensor& x) const { return torch::addmm(bias, x, weight); }
};

/// The places of phrases whose tokens follow each other without padding.
using Lengths = std::vector<std::int64_t>;

/// Attention within each phrase. qkv: [N, 3 D]; result [N, D]. With `causal`, a token sees only those before it.
torch::Tensor attend_within(const torch::Tensor& qkv, const Lengths& lengths, std::int64_t heads,
                            bool causal);

/// The tokens of phrases one after the other.
struct TokenBatch {
    torch::Tensor ids, places;  ///< [N] int64: the tokens of all phrases, and their places in the phrase
    Lengths lengths;            ///< tokens of each phrase, including special ones

    TokenBatch(const std::vector<std::vector<std::int64_t>>& phrases, torch::Device device);
};

}  // namespace gbs
