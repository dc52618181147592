// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/evaluation/benchmark_setup.h"

namespace gbs::app {

/// What `gbs evaluate` was asked for.
struct EvaluateArguments : BenchmarkRequest {
    bool resume = false;
    std::string per_phrase, per_phrase_csv, export_maps;
    std::string report;                      ///< .html or .md
    std::string json, csv, markdown, latex;  ///< files; "-" is standard output
};

/// Reads, scores and writes. Throws Error, Cancelled.
void run_evaluate(const EvaluateArguments& arguments);

}  // namespace gbs::app
