// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/batch_norm.h"

#include <algorithm>

#include "core/tensor/trained_norm.h"

namespace gbs {

void BatchNormImpl::synchronize(Average average, int ranks) {
    average_ = std::move(average);
    ranks_ = ranks;
}

torch::Tensor BatchNormImpl::forward(const torch::Tensor& x, Activation activation) {
    if (!is_training()) return activate(torch::nn::BatchNorm2dImpl::forward(x), activation);
    if (average_) return activate(forward_over_ranks(x), activation);
    const NormParts parts{weight, bias, running_mean, running_var, next_momentum(), options.eps()};
    if (const auto normalized = train_norm(x, parts, activation)) {
        num_batches_tracked.add_(1);
        return *normalized;
    }
    return activate(torch::nn::BatchNorm2dImpl::forward(x), activation);
}

FoldedWeights BatchNormImpl::fold(const torch::Tensor& of_weight, const torch::Tensor& of_bias) const {
    const torch::Tensor scale = weight * torch::rsqrt(running_var + options.eps());
    const torch::Tensor shift = bias - running_mean * scale;
    return {of_weight * scale.view({-1, 1, 1, 1}), of_bias.defined() ? of_bias * scale + shift : shift};
}

double BatchNormImpl::next_momentum() {
    return options.momentum() ? *options.momentum() : 1.0 / (num_batches_tracked.item<double>() + 1);
}

/// Computes the variance from deviations from the common mean: a difference of mean squares loses precision.
torch::Tensor BatchNormImpl::forward_over_ranks(const torch::Tensor& x) {
    const auto by_channel = [](const torch::Tensor& value) { return value.view({1, -1, 1, 1}); };
    const torch::Tensor wide = x.scalar_type() == torch::kDouble ? x : x.to(torch::kFloat);
    const torch::Tensor mean = average_(wide.mean({0, 2, 3}));
    const torch::Tensor deviation = wide - by_channel(mean);
    const torch::Tensor variance = average_(deviation.square().mean({0, 2, 3}));
    {
        const torch::NoGradGuard no_grad;
        const auto count = static_cast<double>(x.numel() / x.size(1)) * ranks_;
        const double momentum = next_momentum();
        num_batches_tracked.add_(1);
        running_mean.lerp_(mean, momentum);
        running_var.lerp_(variance * (count / std::max(count - 1, 1.0)), momentum);
    }
    const torch::Tensor scale = weight * torch::rsqrt(variance + options.eps());
    return (deviation * by_channel(scale) + by_channel(bias)).to(x.scalar_type());
}

void synchronize_batch_norms(torch::nn::Module& module, const BatchNormImpl::Average& average, int ranks) {
    module.apply([&](torch::nn::Module& child) {
        if (auto* norm = child.as<BatchNormImpl>()) norm->synchronize(average, ranks);
    });
}

}  // namespace gbs
