// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "core/data/benchmark.h"
#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/pointing_protocols.h"
#include "training/reproduce/ablation_table.h"
#include "training/trainer/trainer.h"

namespace gbs::training {

/// Where and how the rows of a table are trained and scored.
struct ReproducePlan {
    AblationTable table;
    std::filesystem::path recipe;          ///< that the rows change
    std::vector<std::string> assignments;  ///< "key=value" for all rows, like the data
    std::filesystem::path out;      ///< a run folder ROW-seedN for each training; equal options share one
    std::vector<std::string> rows;  ///< only these; empty: all
    std::vector<int> seeds = {1};
    std::string protocol = "mg";
    std::size_t limit = 0;  ///< phrases scored at most; 0: all
};

/// One training of a row.
struct RowRun {
    std::size_t row = 0;  ///< of the table
    int seed = 0;
    std::filesystem::path folder;
    std::int64_t step = 0, total = 0;
    double seconds = 0;  ///< of training, by its metrics; pauses are left out
    double ratio = 0;    ///< L_sep / (2 Var alpha) at the end; 1: nothing was learned; 0: not taken
    std::map<std::string, ScoreTally> scores;  ///< by map, random and center too; empty: not there yet
};

/// Trains and scores one row after the other, seeds outermost, so that a first whole table is there early.
/// What is trained or scored already is not done again: the same call goes on where the last one ended.
/// `changed` sees all runs after each of them. A run that fails is told and left, the next one begins. Throws
/// Cancelled once `stop` is asked for (the training then has a checkpoint), Error where a run folder belongs
/// to other options.
std::vector<RowRun> reproduce(const ReproducePlan& plan, const Benchmark& benchmark, const TrainHooks& hooks,
                              const std::function<void(const std::vector<RowRun>&)>& changed,
                              std::stop_token stop);

/// How many pairs of rows, of those that the paper and we have different numbers of, stand in the paper's
/// order.
struct OrderAgreement {
    int agreeing = 0, pairs = 0;
};
OrderAgreement order_agreement(const AblationTable& table, const std::vector<RowRun>& runs);

/// The table in Markdown: the paper's numbers beside ours (the mean over the seeds and their span, or
/// Wilson's interval where there is one seed), Random and Center, costs, and the agreement of the orders.
std::string reproduced_markdown(const ReproducePlan& plan, const std::vector<RowRun>& runs,
                                const Benchmark& benchmark, const std::string& command);

}  // namespace gbs::training
