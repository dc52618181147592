// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/evaluation/benchmark_setup.h"

namespace gbs::app {

/// The arguments of `gbs reproduce`.
struct ReproduceArguments {
    std::string table, out, base, protocol = "mg";
    std::vector<std::string> benchmarks, splits;  ///< one split for all, or one each
    std::vector<std::string> assignments;         ///< [SET:]key=value
    std::vector<std::string> rows;
    BenchmarkRequest sources;  ///< models, maps and boxes of a table that is only scored
    std::vector<int> seeds = {1};
    double budget = 0;
    std::size_t limit = 0;
    bool small = false, list = false;

    /// The command line that continues, for a POSIX shell in the same folder: without the time budget.
    std::string command() const;
    /// The split of a benchmark, by its index.
    std::string split(std::size_t benchmark) const;
};

}  // namespace gbs::app
