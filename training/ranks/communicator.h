// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/tensor/torch.h"
#include "training/ranks/ranks.h"

namespace gbs::training {

/// A sum over ranks that has begun.
class PendingSum {
 public:
    virtual ~PendingSum() = default;
    /// Returns when the tensor holds the sum.
    virtual void wait() = 0;
};

/// What the ranks of one training tell each other: alone, by MPI, or by NCCL with MPI beside it. Every rank
/// calls the same operations in the same order. An operation throws Error where a rank has ended meanwhile.
class Communicator {
 public:
    virtual ~Communicator() = default;
    virtual int rank() const = 0;  ///< 0 writes the run folder
    virtual int size() const = 0;
    virtual std::string name() const = 0;  ///< "alone", "MPI", "NCCL"

    /// `tensor` (contiguous, float32, float64 or int64) becomes the sum over all ranks.
    virtual void sum(torch::Tensor tensor) = 0;
    /// The same, without waiting for it. The sums end in the order in which they began.
    virtual std::unique_ptr<PendingSum> start_sum(torch::Tensor tensor) = 0;
    /// `rows` [n, ...] of all ranks, which have the same shape there: [size n, ...], by rank.
    virtual torch::Tensor gather(const torch::Tensor& rows) = 0;
    /// `tensor` (contiguous) becomes what it is at rank 0.
    virtual void broadcast(torch::Tensor tensor) = 0;
    /// Each rank's bytes, by rank; they may differ in length.
    virtual std::vector<std::string> gather_bytes(const std::string& bytes) = 0;

    bool first() const { return rank() == 0; }
    /// Rank 0's number.
    std::int64_t broadcast(std::int64_t value);
    /// Each number's mean over the ranks.
    std::vector<double> average(const std::vector<double>& values);
};

/// `rows` of all ranks, with gradients: a rank's rows receive what every rank's loss says of them.
torch::Tensor gather_rows(Communicator& ranks, const torch::Tensor& rows);
/// The mean over the ranks of what each has, with gradients.
torch::Tensor average_over(Communicator& ranks, const torch::Tensor& value);

/// Of a training in one process.
Communicator& alone();

/// The ranks of this process, which are connected at the first call. `device` is what tensors lie on: NCCL
/// serves a GPU where the build has it. Throws Error where several ranks were started and the build has no
/// MPI. `stop_requested`, where given, tells that this process was asked to end: together with an operation
/// that does not come to its end this means that another rank has died.
std::unique_ptr<Communicator> connect(torch::Device device, const std::function<bool()>& stop_requested = {});

}  // namespace gbs::training
