// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>

#include "training/ranks/communicator.h"

// The ranks that `mpirun` started. A build without MPI refuses them.
namespace gbs::training {

/// MPI is set up at the first call and ends with the process. On a GPU, tensors go by NCCL where the build
/// has it, otherwise through the processor's memory.
std::unique_ptr<Communicator> connect_by_mpi(torch::Device device,
                                             const std::function<bool()>& stop_requested);
/// As leave_ranks.
void leave_mpi(bool well);

/// Tensors on `device` by NCCL, everything else by `host`.
std::unique_ptr<Communicator> connect_by_nccl(std::unique_ptr<Communicator> host, torch::Device device);

}  // namespace gbs::training
