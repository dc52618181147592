// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/ranks/connect.h"

#include "training/ranks/mpi_communicator.h"
#include "training/ranks/ranks.h"

namespace gbs::training {

std::unique_ptr<Communicator> connect(torch::Device device, const std::function<bool()>& stop_requested) {
    if (launched().size <= 1) return make_single_process();
    return connect_by_mpi(device, stop_requested);
}

}  // namespace gbs::training
