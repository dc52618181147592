// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/evaluation/benchmark_report.h"

namespace gbs {

/// All results: heading, sources with hashes, each map over all units, by type and by size, skipped
/// by reason.
nlohmann::json report_json(const BenchmarkReport& report);
/// One row per map and group of units (all, a type, a size); UTF-8 with a byte order mark.
std::string report_csv(const BenchmarkReport& report);
/// The heading and a table of the maps, with the columns of Table 2 if there are types.
std::string report_markdown(const BenchmarkReport& report);
/// A tabular for a paper, with the heading as a comment.
std::string report_latex(const BenchmarkReport& report);
/// For a terminal.
std::string report_text(const BenchmarkReport& report);

}  // namespace gbs
