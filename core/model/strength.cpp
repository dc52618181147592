// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/strength.h"

#include <algorithm>
#include <cmath>
#include <functional>

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
constexpr float choice = 20;
/// More hidden units than a checkpoint of this program has; a file that claims more is damaged.
constexpr std::int64_t max_hidden = 4096;

/// Of the cosines of a level, [B, N].
struct CosineSummary {
    torch::Tensor numbers;  ///< largest, mean, deviation and mean of the upper twentieth, [B, 4]
    torch::Tensor weights;  ///< softmax that chooses cells, [B, N]
};

/// Of one row. For a phrase, a dozen calls of torch take longer than this.
void summarize_row(std::span<const float> cosines, std::span<float> numbers, std::span<float> weights) {
    const auto count = static_cast<double>(cosines.size());
    const float largest = *std::ranges::max_element(cosines);
    double sum = 0, squares = 0, total = 0;
    for (std::size_t i = 0; i < cosines.size(); ++i) {
        sum += cosines[i];
        weights[i] = std::exp((cosines[i] - largest) * choice);
        total += weights[i];
    }
    const double mean = sum / count;
    for (const float cosine : cosines) squares += (cosine - mean) * (cosine - mean);
    for (float& weight : weights) weight = static_cast<float>(weight / total);
    const std::size_t top = std::max<std::size_t>(1, cosines.size() / 20);
    std::vector<float> sorted(cosines.begin(), cosines.end());
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(top) - 1, sorted.end(),
                     std::greater<>());
    double upper = 0;
    for (std::size_t i = 0; i < top; ++i) upper += sorted[i];
    numbers[0] = largest;
    numbers[1] = static_cast<float>(mean);
    numbers[2] = static_cast<float>(std::sqrt(squares / count));
    numbers[3] = static_cast<float>(upper / static_cast<double>(top));
}

CosineSummary summarize(const torch::Tensor& cosines) {
    const torch::Tensor rows = cosines.to(torch::kCPU).contiguous();
    const auto count = static_cast<std::size_t>(rows.size(1));
    CosineSummary summary{torch::empty({rows.size(0), 4}), torch::empty_like(rows)};
    for (std::int64_t row = 0; row < rows.size(0); ++row) {
        const std::size_t first = static_cast<std::size_t>(row) * count;
        summarize_row({rows.const_data_ptr<float>() + first, count},
                      {summary.numbers.mutable_data_ptr<float>() + 4 * row, 4},
                      {summary.weights.mutable_data_ptr<float>() + first, count});
    }
    return {summary.numbers.to(cosines.device()), summary.weights.to(cosines.device())};
}

/// The inputs of a level. cells: [C, N], mean_cell: [1, C], w: [B, C], cosines: [B, N], computed if undefined.
std::vector<torch::Tensor> level_inputs(const torch::Tensor& cells, const torch::Tensor& mean_cell,
                                        const torch::Tensor& w, const torch::Tensor& cosines) {
    const torch::Tensor text = unit(w.to(torch::kFloat), 1);
    const CosineSummary summary = summarize(cosines.defined() ? cosines : torch::matmul(text, cells));
    const torch::Tensor chosen = torch::matmul(summary.weights, cells.t());  // [B, C]
    const torch::Tensor mean = text * mean_cell;
    return {summary.numbers, mean.sum(1, true), text * unit(chosen, 1), mean, text};
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

torch::Tensor strength_inputs(const StrengthPhoto& photo, const std::vector<torch::Tensor>& w,
                              const std::vector<torch::Tensor>& cosines) {
    std::vector<torch::Tensor> inputs;
    for (std::size_t i = 0; i < w.size(); ++i)
        for (torch::Tensor& part : level_inputs(photo.cells[i], photo.means[i], w[i],
                                                cosines.empty() ? torch::Tensor() : cosines[i]))
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
                   const std::vector<torch::Tensor>& w, const std::vector<torch::Tensor>& cosines) {
    if (!strength) return;
    const torch::NoGradGuard no_grad;
    const torch::Tensor values = torch::sigmoid(strength->forward(strength_inputs(photo, w, cosines))).cpu();
    for (std::size_t i = 0; i < groundings.size(); ++i)
        groundings[i].strength = values.const_data_ptr<float>()[i];
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
