// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/data/benchmark.h"
#include "training/reproduce/row_plan.h"

namespace gbs::training {

using SayMessage = std::function<void(const std::string&)>;

/// Scores the last checkpoint of a run on each benchmark, or reads its earlier scores from the run folder.
/// Throws Error, Cancelled.
void score_run(const ReproducePlan& plan, std::span<const Benchmark> benchmarks, const std::string& device,
               RowRun& run, const SayMessage& say, std::stop_token stop);

/// Scores the geometric mean of the members' mean maps. `runs` holds the members, trained.
void score_ensemble(const ReproducePlan& plan, std::span<const Benchmark> benchmarks,
                    const std::string& device, std::span<const RowRun> runs, RowRun& run,
                    const SayMessage& say, std::stop_token stop);

/// Scores the rows of a table that is only scored (Table 2), from the sources of the plan, which have the names
/// of rows; a model is a checkpoint or a run folder. All rows are scored on the same phrases, and the scores
/// are kept in `out`. Throws Error for an unknown name, Cancelled.
std::vector<RowRun> score_sources(const ReproducePlan& plan, const Benchmark& benchmark,
                                  const SayMessage& say, std::stop_token stop);

}  // namespace gbs::training
