// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs::training {

/// This process among the ranks that `mpirun` or `srun` started.
struct RankInfo {
    int size = 1;        ///< number of ranks
    int rank = 0;        ///< among all ranks
    int local_rank = 0;  ///< among the ranks of this machine
};
/// Reads the environment; connects to nothing.
RankInfo launched();

/// Call before the process exits: leaves the other ranks if `succeeded`, otherwise aborts them. Does nothing
/// in a process that never connected to any.
void leave_ranks(bool succeeded);

}  // namespace gbs::training
