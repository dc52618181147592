// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/team.h"
#include "core/tensor/torch.h"

namespace gbs::training {

/// An all-reduce in progress.
class PendingReduction {
 public:
    virtual ~PendingReduction() = default;
    /// Returns when the tensor holds the sum.
    virtual void wait() = 0;
};

/// Collective operations of the ranks of one training: a single process, MPI, or NCCL with MPI. All ranks
/// must call the same operations in the same order. Every operation throws Error if another rank has died.
class Communicator : public Team {
 public:
    virtual std::string name() const = 0;  ///< "single process", "MPI", "NCCL"

    /// Replaces `tensor` (contiguous, float32, float64 or int64) by its sum over all ranks.
    virtual void all_reduce(torch::Tensor tensor) = 0;
    /// The same without waiting. Reductions finish in the order in which they were started.
    virtual std::unique_ptr<PendingReduction> start_all_reduce(torch::Tensor tensor) = 0;
    /// Concatenates `rows` [n, ...] of all ranks, which must agree in shape, by rank: [size n, ...].
    virtual torch::Tensor all_gather(const torch::Tensor& rows) = 0;
    /// Replaces `tensor` (contiguous) by that of rank 0.
    virtual void broadcast(torch::Tensor tensor) = 0;
    /// The bytes of each rank, by rank. Lengths may differ.
    virtual std::vector<std::string> all_gather_bytes(const std::string& bytes) = 0;

    std::int64_t from_first(std::int64_t value) override;
    /// The mean of each value over the ranks.
    std::vector<double> average(const std::vector<double>& values);
};

/// Communicator::all_gather with gradients: the gradient of a rank's rows is the sum over the losses of all
/// ranks. `ranks` must outlive the autograd graph.
torch::Tensor all_gather_rows(Communicator& ranks, const torch::Tensor& rows);
/// The mean of `value` over the ranks, with gradients. `ranks` must outlive the autograd graph.
torch::Tensor average_over(Communicator& ranks, const torch::Tensor& value);

/// The communicator of a training in one process; each operation leaves its argument as it is.
Communicator& single_process();
std::unique_ptr<Communicator> make_single_process();

}  // namespace gbs::training
