// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/data/benchmark.h"
#include "training/reproduce/row_plan.h"

namespace gbs::training {

/// How many pairs of rows with different results, in the paper and here, have the order of the paper.
struct OrderAgreement {
    int agreeing = 0, pairs = 0;
};
/// Compares the scores on a benchmark (by index) with the paper's numbers on `paper_benchmark`.
OrderAgreement order_agreement(const AblationTable& table, const std::vector<RowRun>& runs,
                               std::size_t benchmark, const std::string& paper_benchmark);

/// The table in Markdown. A row of the paper and a row of this program are lines of their own, each with its
/// model and its training set; a line of this program follows the paper's if both are the same, else it is at
/// the end. A number of the paper is under its benchmark only. Ours are the mean over the seeds with its span,
/// or Wilson's interval for a single seed. Then baselines, the agreement of the orders, and the command.
std::string reproduced_markdown(const ReproducePlan& plan, const std::vector<RowRun>& runs,
                                std::span<const Benchmark> benchmarks, const std::string& command);

}  // namespace gbs::training
