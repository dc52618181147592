// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/tensor/torch.h"
#include "training/ranks/communicator.h"

namespace gbs::training {

/// Averages gradients over the ranks while the backward pass still runs: parameters are put into buckets,
/// last ones first, as the pass reaches them, and a bucket's sum begins when its last gradient is there. All
/// ranks begin them in one order, and reach the same parameters in a step.
class GradientBuckets {
 public:
    static constexpr std::int64_t bucket_bytes = std::int64_t{25} << 20;

    GradientBuckets(Communicator& ranks, const std::vector<torch::Tensor>& parameters,
                    std::int64_t most_bytes = bucket_bytes);
    ~GradientBuckets();
    GradientBuckets(const GradientBuckets&) = delete;
    GradientBuckets& operator=(const GradientBuckets&) = delete;

    /// Before a backward pass; other passes leave the buckets alone.
    void begin();
    /// After it: every gradient is the mean over the ranks. A parameter that no loss reached has none.
    void finish();

    std::size_t size() const { return buckets_.size(); }
    /// How many sums of the last pass had begun before it ended.
    std::size_t begun_early() const { return begun_early_; }

 private:
    struct Bucket {
        std::vector<torch::Tensor> parameters, reached;
        std::size_t missing = 0;
        torch::Tensor flat;
        std::unique_ptr<PendingSum> sum;
    };
    struct Hook {
        c10::intrusive_ptr<torch::autograd::Node> accumulator;
        std::uintptr_t key = 0;
    };
    void arrived(std::size_t bucket);
    void start(Bucket& bucket);

    Communicator& ranks_;
    std::vector<Bucket> buckets_;
    std::vector<Hook> hooks_;
    std::size_t next_ = 0;  ///< the first bucket that has not begun
    std::size_t begun_early_ = 0;
    bool running_ = false;
};

}  // namespace gbs::training
