// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

#include "core/tensor/torch.h"

namespace gbs {

/// torch's BatchNorm2d, whose statistics can be those of a batch that is spread over several ranks.
class BatchNormImpl : public torch::nn::BatchNorm2dImpl {
 public:
    using torch::nn::BatchNorm2dImpl::BatchNorm2dImpl;
    torch::Tensor forward(const torch::Tensor& x);

    /// The mean over all ranks of what each has, gradients included. Every rank has equally many rows.
    using Average = std::function<torch::Tensor(const torch::Tensor&)>;
    /// From now on a batch that trains is normalized with the statistics of all ranks; without `average`
    /// again with its own. `ranks`: how many they are.
    void synchronize(Average average, int ranks);

 private:
    torch::Tensor forward_over_ranks(const torch::Tensor& x);

    Average average_;
    int ranks_ = 1;
};
TORCH_MODULE(BatchNorm);

/// `BatchNormImpl::synchronize` for every batch norm of `module`.
void synchronize_batch_norms(torch::nn::Module& module, const BatchNormImpl::Average& average, int ranks);

}  // namespace gbs
