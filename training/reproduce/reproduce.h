// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/data/benchmark.h"
#include "training/reproduce/row_plan.h"
#include "training/trainer/trainer.h"

namespace gbs::training {

/// Trains and scores all rows, seeds outermost so that the first complete table appears early. Completed work
/// is skipped: the same call continues where the last one stopped. Calls `changed` with all runs after each
/// of them. Reports a run that fails and continues with the next. Throws Cancelled once `stop` is requested
/// (the training then has a checkpoint), and Error if a run folder belongs to other options, or another
/// program works in `plan.out`. A table that is only scored (Table 2) needs one benchmark.
std::vector<RowRun> reproduce(const ReproducePlan& plan, std::span<const Benchmark> benchmarks,
                              const TrainHooks& hooks,
                              const std::function<void(const std::vector<RowRun>&)>& changed,
                              std::stop_token stop);

}  // namespace gbs::training
