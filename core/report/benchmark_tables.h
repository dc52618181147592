// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/evaluation/benchmark_report.h"

namespace gbs {

/// Everything: heading, sources with hashes, each map over all units, by type and by size, skipped by reason.
nlohmann::json report_json(const BenchmarkReport& report);
/// One row a map and group of units (all, a type, a size), UTF-8 with a byte order mark.
std::string report_csv(const BenchmarkReport& report);
/// Heading, a table of maps (Table 2's columns where there are types), sources, what was skipped.
std::string report_markdown(const BenchmarkReport& report);
/// A tabular of the maps for a paper, with the heading as a comment.
std::string report_latex(const BenchmarkReport& report);
/// For a terminal.
std::string report_text(const BenchmarkReport& report);

/// By the ending of a file's name: .json, .csv, .md, .tex, .txt. Throws Error for another.
std::string report_for_file(const BenchmarkReport& report, const std::string& file_name);

}  // namespace gbs
