// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/attention_attenuation.h"

#include <algorithm>
#include <cmath>

#include "core/model/text_conditioning.h"

namespace gbs {

AttentionAttenuationImpl::AttentionAttenuationImpl(int channels) {
    const int inner = std::max(8, channels / 8);
    query_ = register_module("query", torch::nn::Linear(2 * channels, inner));
    // No bias for the keys: it would add a constant to all scores of a pixel, and the softmax
    // removes constants.
    key_ =
        register_module("key", torch::nn::Linear(torch::nn::LinearOptions(2 * channels, inner).bias(false)));
    value_ = register_module("value", torch::nn::Linear(2 * channels, inner));
    output_ = register_module("output", torch::nn::Linear(inner, channels));
}

torch::Tensor AttentionAttenuationImpl::forward(const torch::Tensor& e, const torch::Tensor& w) {
    const double scale = std::sqrt(static_cast<double>(e.size(1)));
    const torch::Tensor pixels =
        scale * unit(e.to(torch::kFloat), 1).flatten(2).transpose(1, 2);           // [B, x, C]
    const torch::Tensor text = scale * unit(w.to(torch::kFloat), 1).unsqueeze(1);  // [B, 1, C]
    const torch::Tensor x = torch::cat({pixels, text.expand_as(pixels)}, 2);
    // With a head dimension, torch uses memory-efficient kernels that never store all scores.
    const auto head = [&](torch::nn::Linear& part) { return part->forward(x).unsqueeze(1); };
    const torch::Tensor mixed =
        at::scaled_dot_product_attention(head(query_), head(key_), head(value_)).squeeze(1);
    return (pixels + output_->forward(mixed)).transpose(1, 2).reshape(e.sizes());
}

}  // namespace gbs
