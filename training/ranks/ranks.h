// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs::training {

/// How many ranks `mpirun` or `srun` started, and which one this process is among them and on its machine.
/// Reads the environment alone.
struct Launch {
    int size = 1, rank = 0, local_rank = 0;
};
Launch launched();

/// Before the process ends: takes leave of the other ranks, or ends them too where this one does not end
/// `well`. Does nothing in a process that never connected to any.
void leave_ranks(bool well);

}  // namespace gbs::training
