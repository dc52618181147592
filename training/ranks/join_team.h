// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/team.h"

namespace gbs::training {

/// The ranks that `mpirun` or `srun` started, or this process alone. Throws Error as `connect` does.
std::unique_ptr<Team> join_team(const std::function<bool()>& stop_requested);

/// The device of this process: ranks of one machine that ask for "auto" or "cuda" share its GPUs.
std::string device_of_rank(const std::string& device);

}  // namespace gbs::training
