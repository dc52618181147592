// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/benchmark_setup.h"
#include "core/report/report_examples.h"

namespace gbs {

/// A report as one self-contained HTML file (also well-formed XML): bars with intervals, tables, examples,
/// and everything needed to reproduce the numbers. `map` is the index of the map of the examples, `command`
/// the command that made the report.
std::string benchmark_html(const BenchmarkReport& report, std::span<const ReportExample> examples,
                           std::size_t map, const std::string& command);
/// The same as Markdown, without pictures.
std::string benchmark_markdown(const BenchmarkReport& report, std::span<const ReportExample> examples,
                               std::size_t map, const std::string& command);

/// Draws the examples and writes the report, as HTML or Markdown
/// by the file's extension. Throws Error, Cancelled.
void write_benchmark_report(const std::filesystem::path& file, const PreparedBenchmark& prepared,
                            const BenchmarkReport& report, const ExampleChooser& chosen,
                            const std::string& command, std::stop_token stop = {});

/// Whether a report is HTML (.html, .htm) or Markdown (.md, .markdown). Throws Error for any other extension.
bool is_html_report(const std::string& file);

}  // namespace gbs
