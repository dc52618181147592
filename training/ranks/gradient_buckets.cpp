// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/ranks/gradient_buckets.h"

#include <torch/csrc/autograd/utils/lambda_post_hook.h>

#include <algorithm>

namespace gbs::training {

GradientBuckets::GradientBuckets(Communicator& ranks, const std::vector<torch::Tensor>& parameters,
                                 std::int64_t max_bytes)
    : ranks_(ranks) {
    if (ranks.size() == 1) return;
    std::int64_t filled = max_bytes;
    for (auto parameter = parameters.rbegin(); parameter != parameters.rend(); ++parameter) {
        const auto bytes = static_cast<std::int64_t>(parameter->nbytes());
        if (filled + bytes > max_bytes) {
            buckets_.emplace_back();
            filled = 0;
        }
        filled += bytes;
        buckets_.back().parameters.push_back(*parameter);
        const std::size_t bucket = buckets_.size() - 1;
        auto accumulator = torch::autograd::impl::grad_accumulator(*parameter);
        auto hook = [this, bucket](const torch::autograd::variable_list& outputs,
                                   const torch::autograd::variable_list&) {
            count_gradient(bucket);
            return outputs;
        };
        const std::uintptr_t key = accumulator->add_post_hook(
            std::make_unique<torch::autograd::utils::LambdaPostHook>(std::move(hook)));
        hooks_.push_back({std::move(accumulator), key});
    }
}

GradientBuckets::~GradientBuckets() {
    for (const Hook& hook : hooks_) hook.accumulator->del_post_hook(hook.key);
}

void GradientBuckets::begin() {
    for (Bucket& bucket : buckets_) {
        bucket.missing = bucket.parameters.size();
        bucket.reached.clear();
        bucket.reduction.reset();
    }
    next_ = 0;
    running_ = true;
}

void GradientBuckets::count_gradient(std::size_t bucket) {
    if (!running_) return;
    --buckets_[bucket].missing;
    for (; next_ < buckets_.size() && buckets_[next_].missing == 0; ++next_) start(buckets_[next_]);
}

void GradientBuckets::start(Bucket& bucket) {
    std::vector<torch::Tensor> parts;
    for (const torch::Tensor& parameter : bucket.parameters)
        if (parameter.grad().defined()) {
            bucket.reached.push_back(parameter);
            parts.push_back(parameter.grad().flatten());
        }
    if (parts.empty()) return;
    bucket.flat = torch::cat(parts);
    bucket.reduction = ranks_.start_all_reduce(bucket.flat);
}

void GradientBuckets::finish() {
    running_ = false;
    for (; next_ < buckets_.size(); ++next_) start(buckets_[next_]);
    const torch::NoGradGuard no_grad;
    for (Bucket& bucket : buckets_) {
        if (!bucket.reduction) continue;
        bucket.reduction->wait();
        std::int64_t at = 0;
        for (const torch::Tensor& parameter : bucket.reached) {
            torch::Tensor gradient = parameter.grad();
            gradient.copy_(bucket.flat.narrow(0, at, gradient.numel()).view_as(gradient));
            gradient.div_(ranks_.size());
            at += gradient.numel();
        }
        bucket.flat.reset();
    }
}

}  // namespace gbs::training
