// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>

#include "training/ranks/communicator.h"

// The ranks that `mpirun` started. A build without MPI refuses to connect.
namespace gbs::training {

/// Initializes MPI on the first call; it lives as long as the process. Tensors of a GPU go through NCCL if
/// the build has it, otherwise through host memory.
std::unique_ptr<Communicator> connect_by_mpi(torch::Device device,
                                             const std::function<bool()>& stop_requested);
/// See leave_ranks.
void leave_mpi(bool succeeded);

/// NCCL for tensors on `device`, `host` for all others.
std::unique_ptr<Communicator> connect_by_nccl(std::unique_ptr<Communicator> host, torch::Device device);

}  // namespace gbs::training
