// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>

#include "training/ranks/communicator.h"

namespace gbs::training {

/// Connects this process to the other ranks that were launched, on the first call. Tensors live on `device`:
/// NCCL transfers those of a GPU if the build has it. Throws Error if several ranks were launched and the
/// build has no MPI. `stop_requested`, if given, reports whether this process was asked to stop; if it was
/// while an operation hangs, another rank has died.
std::unique_ptr<Communicator> connect(torch::Device device, const std::function<bool()>& stop_requested = {});

}  // namespace gbs::training
