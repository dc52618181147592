// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/ranks/ranks.h"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

#include "training/ranks/mpi_communicator.h"

namespace gbs::training {
namespace {

/// The first of these environment variables that holds a number, otherwise `fallback`.
int read_number(std::initializer_list<const char*> names, int fallback) {
    for (const char* name : names) {
        const char* text = std::getenv(name);
        int value = 0;
        if (text && std::from_chars(text, text + std::strlen(text), value).ec == std::errc{}) return value;
    }
    return fallback;
}

}  // namespace

RankInfo launched() {
    RankInfo info;
    info.size = read_number({"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"}, 1);
    info.rank = read_number({"OMPI_COMM_WORLD_RANK", "PMI_RANK", "SLURM_PROCID"}, 0);
    info.local_rank = read_number({"OMPI_COMM_WORLD_LOCAL_RANK", "MPI_LOCALRANKID", "SLURM_LOCALID"}, 0);
    return info;
}

void leave_ranks(bool succeeded) {
    leave_mpi(succeeded);
}

}  // namespace gbs::training
