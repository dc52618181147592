// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/calibration/fit_strength.h"

#include <torch/optim/adamw.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/random.h"
#include "training/optimizer/schedules.h"

namespace gbs::training {
namespace {

constexpr int hidden_units = 128;
constexpr int epochs = 8;
constexpr std::int64_t batch = 512;
constexpr double dropout = 0.5, learning_rate = 2e-3, weight_decay = 1e-2;

/// The weights of a layer, drawn with our own generator: torch's belongs to whoever runs.
void draw_weights(torch::nn::Linear& layer, Random random) {
    const torch::NoGradGuard no_grad;
    const double bound = 1 / std::sqrt(static_cast<double>(layer->weight.size(1)));
    for (torch::Tensor& tensor : layer->parameters()) {
        std::vector<float> values(static_cast<std::size_t>(tensor.numel()));
        for (float& value : values) value = static_cast<float>(random.uniform(-bound, bound));
        tensor.copy_(torch::tensor(values).view(tensor.sizes()));
    }
}

/// Moves the standardization of the inputs into the first layer.
void fold_standardization(torch::nn::Linear& layer, const torch::Tensor& mean,
                          const torch::Tensor& deviation) {
    const torch::NoGradGuard no_grad;
    layer->weight.div_(deviation);
    layer->bias.sub_(torch::mv(layer->weight, mean));
}

/// Of each column, [F].
struct Spread {
    torch::Tensor mean, deviation;
};

/// Piece by piece: hundreds of thousands of rows as float32 would take gigabytes.
Spread spread_of(const torch::Tensor& inputs, const torch::Tensor& rows) {
    constexpr std::int64_t piece = 8192;
    torch::Tensor sum = torch::zeros({inputs.size(1)}, torch::kDouble), squares = torch::zeros_like(sum);
    for (const torch::Tensor& some : rows.split(piece)) {
        const torch::Tensor wide = inputs.index_select(0, some).to(torch::kDouble);
        sum += wide.sum(0);
        squares += wide.square().sum(0);
    }
    const auto count = static_cast<double>(rows.size(0));
    const torch::Tensor mean = sum / count;
    const torch::Tensor variance = (squares / count - mean.square()).clamp_min(0);
    return {mean.to(torch::kFloat), variance.sqrt().to(torch::kFloat).clamp_min(1e-4)};
}

/// What a row counts, [2], by its label: each label half, the mean of all rows 1.
torch::Tensor label_weights(const torch::Tensor& labels) {
    const auto count = static_cast<double>(labels.size(0));
    const double there = std::clamp(labels.sum().item<double>(), 1.0, std::max(1.0, count - 1));
    return torch::tensor({count / (2 * std::max(1.0, count - there)), count / (2 * there)}, torch::kFloat);
}

}  // namespace

Strength fit_strength(const torch::Tensor& inputs, const torch::Tensor& labels,
                      std::span<const std::int64_t> rows, std::uint64_t seed,
                      const std::function<void()>& poll) {
    std::vector<std::int64_t> order(rows.begin(), rows.end());
    const auto count = static_cast<std::int64_t>(order.size());
    const std::int64_t steps = std::max<std::int64_t>(1, count / batch);
    const torch::Tensor all = torch::tensor(order);
    const Spread spread = spread_of(inputs, all);
    const torch::Tensor weights = label_weights(labels.index_select(0, all));
    Strength strength(static_cast<int>(inputs.size(1)), hidden_units);
    const Random random(seed);
    draw_weights(strength->hidden(), random.fork(1));
    draw_weights(strength->output(), random.fork(2));
    torch::optim::AdamW optimizer(strength->parameters(),
                                  torch::optim::AdamWOptions(learning_rate).weight_decay(weight_decay));
    const Schedule schedule{.kind = ScheduleKind::cosine,
                            .base = learning_rate,
                            .warmup_steps = steps,
                            .total_steps = steps * epochs};
    Random shuffle = random.fork(3);
    torch::Generator noise = torch::make_generator<torch::CPUGeneratorImpl>(seed);
    for (std::int64_t step = 0; step < steps * epochs; ++step) {
        if (step % steps == 0) shuffle.shuffle(order);
        if (poll) poll();
        const auto first = order.begin() + step % steps * batch;
        const auto end = std::min(first + batch, order.end());
        const torch::Tensor drawn = torch::tensor(std::vector<std::int64_t>(first, end));
        const torch::Tensor x =
            (inputs.index_select(0, drawn).to(torch::kFloat) - spread.mean) / spread.deviation;
        const torch::Tensor y = labels.index_select(0, drawn);
        const torch::Tensor inner = torch::gelu(strength->hidden()(x));
        const torch::Tensor kept = torch::empty_like(inner).bernoulli_(1 - dropout, noise) / (1 - dropout);
        const torch::Tensor logits = strength->output()(inner * kept).squeeze(1);
        const torch::Tensor loss =
            torch::binary_cross_entropy_with_logits(logits, y, weights.index_select(0, y.to(torch::kLong)));
        for (auto& group : optimizer.param_groups()) group.options().set_lr(schedule.at(step));
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
    }
    fold_standardization(strength->hidden(), spread.mean, spread.deviation);
    return strength;
}

LogitScale fit_scale(const torch::Tensor& logits, const torch::Tensor& labels) {
    const torch::NoGradGuard no_grad;
    const torch::Tensor x = logits.to(torch::kDouble), y = labels.to(torch::kDouble);
    LogitScale scale;
    constexpr int newton_steps = 30;
    constexpr double ridge = 1e-9;  // so that classes that are apart have a solution
    for (int i = 0; i < newton_steps; ++i) {
        const torch::Tensor p = torch::sigmoid(scale.scale * x + scale.bias);
        const torch::Tensor error = p - y, weight = p * (1 - p);
        const double g0 = (error * x).mean().item<double>(), g1 = error.mean().item<double>();
        const double h00 = (weight * x * x).mean().item<double>() + ridge,
                     h01 = (weight * x).mean().item<double>(), h11 = weight.mean().item<double>() + ridge;
        const double determinant = h00 * h11 - h01 * h01;
        if (!(determinant > 0)) break;
        scale.scale -= std::clamp((h11 * g0 - h01 * g1) / determinant, -1.0, 1.0);
        scale.bias -= std::clamp((h00 * g1 - h01 * g0) / determinant, -1.0, 1.0);
    }
    return scale;
}

void apply_scale(Strength& strength, const LogitScale& scale) {
    const torch::NoGradGuard no_grad;
    torch::nn::Linear& output = strength->output();
    output->weight.mul_(scale.scale);
    output->bias.mul_(scale.scale).add_(scale.bias);
}

}  // namespace gbs::training
