// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/transformer_parts.h"

#include <algorithm>

namespace gbs {

void LayerNorm::read(WeightReader& reader, const std::string& name, std::int64_t width) {
    weight = reader.take(name + ".weight", {width});
    bias = reader.take(name + ".bias", {width});
}

void LayerNorm::to(torch::Device device) {
    weight = weight.to(device);
    bias = bias.to(device);
}

torch::Tensor LayerNorm::operator()(const torch::Tensor& x, double epsilon) const {
    return torch::layer_norm(x, weight.sizes(), weight, bias, epsilon);
}

void Linear::read(WeightReader& reader, const std::vector<std::string>& names, std::int64_t out,
                  std::int64_t in) {
    std::vector<torch::Tensor> weights, biases;
    for (const std::string& name : names) {
        weights.push_back(reader.borrow(name + ".weight", {out, in}));
        biases.push_back(reader.borrow(name + ".bias", {out}));
    }
    const auto found = [](const torch::Tensor& tensor) { return tensor.defined(); };
    if (!std::ranges::all_of(weights, found) || !std::ranges::all_of(biases, found)) return;  // check() tells
    const auto count = static_cast<std::int64_t>(names.size());
    weight = torch::empty({in, count * out});
    bias = torch::empty({count * out});
    for (std::int64_t i = 0; i < count; ++i) {
        weight.narrow(1, i * out, out).copy_(weights[static_cast<std::size_t>(i)].t());
        bias.narrow(0, i * out, out).copy_(biases[static_cast<std::size_t>(i)]);
    }
}

void Linear::to(torch::Device device) {
    weight = weight.to(device);
    bias = bias.to(device);
}

torch::Tensor attend_within(const torch::Tensor& qkv, const Lengths& lengths, std::int64_t heads,
                            bool causal) {
    std::vector<torch::Tensor> mixed;
    for (std::int64_t first = 0; const std::int64_t length : lengths) {
        const torch::Tensor parts =  // [3, 1, heads, T, D / heads]
            qkv.narrow(0, first, length).view({length, 3, 1, heads, -1}).permute({1, 2, 3, 0, 4});
        mixed.push_back(
            at::scaled_dot_product_attention(parts[0], parts[1], parts[2], std::nullopt, 0.0, causal)[0]
                .transpose(0, 1)
                .reshape({length, -1}));
        first += length;
    }
    return mixed.size() == 1 ? mixed.front() : torch::cat(mixed);
}

TokenBatch::TokenBatch(const std::vector<std::vector<std::int64_t>>& phrases, torch::Device device) {
    std::vector<std::int64_t> all, where;
    for (const auto& tokens : phrases) {
        all.insert(all.end(), tokens.begin(), tokens.end());
        for (std::size_t i = 0; i < tokens.size(); ++i) where.push_back(static_cast<std::int64_t>(i));
        lengths.push_back(static_cast<std::int64_t>(tokens.size()));
    }
    ids = torch::tensor(all, torch::kLong).to(device);
    places = torch::tensor(where, torch::kLong).to(device);
}

}  // namespace gbs
