// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

#include "core/evaluation/benchmark_setup.h"

namespace gbs::app {

/// The arguments of `gbs evaluate`.
struct EvaluateArguments : BenchmarkRequest {
    bool resume = false;
    bool presence = false;            ///< score the strength instead of the maps
    std::uint64_t presence_seed = 1;  ///< of the phrases that are not there
    std::string captions;             ///< with presence, their noun phrases in place of a benchmark's
    std::string per_phrase, per_phrase_csv, export_maps;
    std::string report;                      ///< .html or .md
    std::string json, csv, markdown, latex;  ///< files; "-" is standard output
};

/// Reads the benchmark, scores it and writes the results. Throws Error or Cancelled.
void run_evaluate(const EvaluateArguments& arguments);
/// The same with --presence: scores the strength of one model instead of its maps.
void run_presence(const EvaluateArguments& arguments);

}  // namespace gbs::app
