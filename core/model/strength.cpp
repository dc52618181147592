// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/strength.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/model/text_conditioning.h"
#include "core/tensor/tensors.h"

namespace gbs {
namespace {

/// Numbers of a level besides the products and the text.
constexpr int cosine_numbers = 5;
/// Vectors of a level: two products and the text.
constexpr int vectors = 3;
/// Steepness of the softmax that chooses cells by their cosine.
constexpr double choice = 20;
/// More hidden units than a checkpoint of this program has; a file that claims more is damaged.
constexpr std::int64_t max_hidden = 4096;

/// The inputs of a level. cells: [C, N], mean_cell: [1, C], w: [B, C].
std::vector<torch::Tensor> level_inputs(const torch::Tensor& cells, const torch::Tensor& mean_cell,
                                        const torch::Tensor& w) {
    const torch::Tensor text = unit(w.to(torch::kFloat), 1);
    const torch::Tensor cosines = torch::matmul(text, cells);  // [B, N]
    const std::int64_t top = std::max<std::int64_t>(1, cosines.size(1) / 20);
    const torch::Tensor chosen = torch::matmul(torch::softmax(cosines * choice, 1), cells.t());  // [B, C]
    const torch::Tensor mean = text * mean_cell;
    return {cosines.amax(1, true),
            cosines.mean(1, true),
            cosines.std(1, false, true),
            std::get<0>(cosines.topk(top, 1)).mean(1, true),
            mean.sum(1, true),
            text * unit(chosen, 1),
            mean,
            text};
}

}  // namespace

int strength_input_width(const std::vector<int>& channels) {
    int width = 0;
    for (const int count : channels) width += cosine_numbers + vectors * count;
    return width;
}

StrengthPhoto prepare_strength(const std::vector<torch::Tensor>& e) {
    StrengthPhoto photo;
    for (const torch::Tensor& level : e) {
        photo.cells.push_back(unit(level[0].flatten(1).to(torch::kFloat), 0));
        photo.means.push_back(unit(photo.cells.back().mean(1, true).t(), 1));
    }
    return photo;
}

torch::Tensor strength_inputs(const StrengthPhoto& photo, const std::vector<torch::Tensor>& w) {
    std::vector<torch::Tensor> inputs;
    for (std::size_t i = 0; i < w.size(); ++i)
        for (torch::Tensor& part : level_inputs(photo.cells[i], photo.means[i], w[i]))
            inputs.push_back(std::move(part));
    return torch::cat(inputs, 1);
}

torch::Tensor strength_inputs(const std::vector<torch::Tensor>& e, const std::vector<torch::Tensor>& w) {
    return strength_inputs(prepare_strength(e), w);
}

StrengthImpl::StrengthImpl(int inputs, int hidden) {
    hidden_ = register_module("hidden", torch::nn::Linear(inputs, hidden));
    output_ = register_module("output", torch::nn::Linear(hidden, 1));
}

torch::Tensor StrengthImpl::forward(const torch::Tensor& inputs) {
    return output_(torch::gelu(hidden_(inputs))).squeeze(1);
}

Strength load_strength(const SafetensorsFile& file, const std::string& prefix,
                       const std::vector<int>& channels) {
    const std::string start = prefix + strength_prefix;
    const bool stored = std::ranges::any_of(
        file.tensors(), [&](const auto& tensor) { return tensor.first.starts_with(start); });
    if (!stored) return nullptr;
    const auto& shape = file.at(start + "hidden.bias").shape;
    if (shape.size() != 1 || shape[0] < 1 || shape[0] > max_hidden)
        throw Error(file.path().string() + ": " + start + "hidden.bias is not a list of 1 to " +
                    std::to_string(max_hidden) + " numbers");
    Strength strength(strength_input_width(channels), static_cast<int>(shape[0]));
    load_module(*strength, file, start);
    return strength;
}

void set_strengths(std::span<Grounding> groundings, Strength& strength, const StrengthPhoto& photo,
                   const std::vector<torch::Tensor>& w) {
    if (!strength) return;
    const torch::NoGradGuard no_grad;
    const torch::Tensor values = torch::sigmoid(strength->forward(strength_inputs(photo, w))).cpu();
    for (std::size_t i = 0; i < groundings.size(); ++i)
        groundings[i].strength = values[static_cast<std::int64_t>(i)].item<float>();
}

std::optional<float> combine_strengths(std::span<const Grounding> members) {
    constexpr double smallest = 1e-6;  // a strength of 1 has no logit
    if (members.empty()) return std::nullopt;
    double sum = 0;
    for (const Grounding& member : members) {
        if (!member.strength) return std::nullopt;
        const double p = std::clamp(static_cast<double>(*member.strength), smallest, 1 - smallest);
        sum += std::log(p / (1 - p));
    }
    return static_cast<float>(1 / (1 + std::exp(-sum / static_cast<double>(members.size()))));
}

}  // namespace gbs
