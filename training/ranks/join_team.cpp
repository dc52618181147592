// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/ranks/join_team.h"

#include "core/tensor/device.h"
#include "training/ranks/connect.h"
#include "training/ranks/ranks.h"

namespace gbs::training {

std::unique_ptr<Team> join_team(const std::function<bool()>& stop_requested) {
    return connect(torch::kCPU, stop_requested);
}

std::string device_of_rank(const std::string& device) {
    const int index = launched().local_rank;
    return index == 0 ? device : choose_device(device, index).name;
}

}  // namespace gbs::training
