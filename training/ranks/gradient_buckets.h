// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/csrc/autograd/variable.h>

#include <memory>
#include <vector>

#include "core/tensor/torch.h"
#include "training/ranks/communicator.h"

namespace gbs::training {

/// Averages gradients over the ranks during the backward pass. Parameters are grouped into buckets, last
/// ones first, in the order in which the pass reaches them; the all-reduce of a bucket starts when its
/// last gradient is ready. All ranks start the buckets in the same order and must reach the same
/// parameters in a step.
class GradientBuckets {
 public:
    static constexpr std::int64_t bucket_bytes = std::int64_t{25} << 20;

    GradientBuckets(Communicator& ranks, const std::vector<torch::Tensor>& parameters,
                    std::int64_t max_bytes = bucket_bytes);
    ~GradientBuckets();
    GradientBuckets(const GradientBuckets&) = delete;
    GradientBuckets& operator=(const GradientBuckets&) = delete;

    /// Call before a backward pass. Other passes leave the buckets alone.
    void begin();
    /// Call after it: every gradient is then the mean over the ranks. A parameter that no loss reached
    /// has none.
    void finish();

 private:
    struct Bucket {
        std::vector<torch::Tensor> parameters, reached;
        std::size_t missing = 0;
        torch::Tensor flat;
        std::unique_ptr<PendingReduction> reduction;
    };
    /// A shared pointer, whose kind depends on the version of LibTorch.
    using Accumulator = decltype(torch::autograd::impl::grad_accumulator(torch::Tensor()));
    struct Hook {
        Accumulator accumulator;
        std::uintptr_t key = 0;
    };
    void count_gradient(std::size_t bucket);
    void start(Bucket& bucket);

    Communicator& ranks_;
    std::vector<Bucket> buckets_;
    std::vector<Hook> hooks_;
    std::size_t next_ = 0;  ///< the first bucket that has not started
    bool running_ = false;
};

}  // namespace gbs::training
