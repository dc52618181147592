// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

#include "core/tensor/activation.h"
#include "core/tensor/torch.h"

namespace gbs {

/// Of a convolution with a norm after it.
struct FoldedWeights {
    torch::Tensor weight, bias;  ///< [C_out, C_in / groups, k, l], [C_out]
};

/// torch's BatchNorm2d with optional batch statistics over several ranks (SyncBatchNorm), and an activation.
class BatchNormImpl : public torch::nn::BatchNorm2dImpl {
 public:
    using torch::nn::BatchNorm2dImpl::BatchNorm2dImpl;
    /// activation(norm(x)); x: [B, C, h, w].
    torch::Tensor forward(const torch::Tensor& x, Activation activation = Activation::none);
    /// The weights of a convolution that does what this norm does after a convolution with the given weights during
    /// inference. `bias` may be undefined.
    FoldedWeights fold(const torch::Tensor& weight, const torch::Tensor& bias = {}) const;

    /// The mean of a tensor over all ranks, differentiable. All ranks have the same number of rows.
    using Average = std::function<torch::Tensor(const torch::Tensor&)>;
    /// Normalizes training batches with the statistics of all `ranks` ranks, or, with an empty `average`,
    /// with those of the local batch.
    void synchronize(Average average, int ranks);

 private:
    torch::Tensor forward_over_ranks(const torch::Tensor& x);
    /// The share of a batch in the running statistics.
    double next_momentum();

    Average average_;
    int ranks_ = 1;
};
TORCH_MODULE(BatchNorm);

/// Calls BatchNormImpl::synchronize for every batch norm in `module`.
void synchronize_batch_norms(torch::nn::Module& module, const BatchNormImpl::Average& average, int ranks);

}  // namespace gbs
