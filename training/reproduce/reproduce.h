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

/// How the rows of a table are trained and scored.
struct ReproducePlan {
    AblationTable table;
    std::filesystem::path recipe;          ///< the base recipe
    std::vector<std::string> assignments;  ///< "key=value" for all rows, such as the data
    std::filesystem::path out;             ///< one run folder ROW-seedN per training; equal options share one
    std::vector<std::string> rows;         ///< names of the rows to train; empty: all
    std::vector<int> seeds = {1};
    std::string protocol = "mg";
    std::size_t limit = 0;  ///< maximum number of phrases to score; 0: all
};

/// One training of a row.
struct RowRun {
    std::size_t row = 0;  ///< index in the table
    int seed = 0;
    std::filesystem::path folder;
    std::int64_t step = 0, total = 0;
    double seconds = 0;  ///< of training, from its metrics, without pauses
    double ratio = 0;    ///< L_sep / (2 Var alpha) at the end; 1: nothing was learned; 0: unknown
    std::map<std::string, ScoreTally> scores;  ///< by map, also "random" and "center"; empty: not scored yet
};

/// Trains and scores all rows, seeds outermost so that the first complete table appears early. Completed work
/// is skipped: the same call continues where the last one stopped. Calls `changed` with all runs after each
/// of them. Reports a run that fails and continues with the next. Throws Cancelled once `stop` is requested
/// (the training then has a checkpoint), and Error if a run folder belongs to other options.
std::vector<RowRun> reproduce(const ReproducePlan& plan, const Benchmark& benchmark, const TrainHooks& hooks,
                              const std::function<void(const std::vector<RowRun>&)>& changed,
                              std::stop_token stop);

/// How many pairs of rows with different results, in the paper and here, have the order of the paper.
struct OrderAgreement {
    int agreeing = 0, pairs = 0;
};
OrderAgreement order_agreement(const AblationTable& table, const std::vector<RowRun>& runs);

/// The table in Markdown: the results of the paper next to ours (the mean over the seeds with its span, or
/// Wilson's interval for a single seed), random and center baselines, cost, and the agreement of the orders.
std::string reproduced_markdown(const ReproducePlan& plan, const std::vector<RowRun>& runs,
                                const Benchmark& benchmark, const std::string& command);

}  // namespace gbs::training
