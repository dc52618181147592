// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/evaluation/benchmark_setup.h"

namespace gbs::app {

/// The arguments of `gbs evaluate`.
struct EvaluateArguments : BenchmarkRequest {
    bool resume = false;
    std::string per_phrase, per_phrase_csv, export_maps;
    std::string report;                      ///< .html or .md
    std::string json, csv, markdown, latex;  ///< files; "-" is standard output
};

/// Reads the benchmark, scores it and writes the results. Throws Error or Cancelled.
void run_evaluate(const EvaluateArguments& arguments);

}  // namespace gbs::app
