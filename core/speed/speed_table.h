// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/speed/timing.h"

namespace gbs {

/// A measurement and its goal.
struct SpeedRow {
    std::string what;  ///< "further phrase"
    int threads = 1;
    int busy = 0;  ///< other threads that computed at the same time
    Timing time = {};
    std::optional<double> predicted =
        {};                           ///< milliseconds that operations and bytes take at the machine's peaks
    std::optional<double> goal = {};  ///< milliseconds
    int of = 1;                       ///< the time is that of so many things, and given for each
};

struct SpeedTable {
    std::string machine;  ///< "2 threads of a ..., 160 GFLOP/s and 12 GB/s a thread"
    std::string date;     ///< "2026-11-29"
    std::string command;
    std::vector<SpeedRow> rows;
};

/// A Markdown table; each goal is marked as met or missed by the median.
std::string to_markdown(const SpeedTable& table);

/// Replaces what is between the lines "<!-- gbs benchmark -->" and "<!-- end -->" of a Markdown file. Throws Error if the
/// file lacks one of them.
void write_section(const std::filesystem::path& file, const std::string& markdown);

}  // namespace gbs
