// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/data/benchmark.h"
#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/benchmark_run.h"
#include "core/evaluation/pointing_protocols.h"

namespace gbs {

/// What is to be scored, as a person says it, in the window or on the command line.
struct BenchmarkRequest {
    std::string folder;           ///< of a benchmark, or a TSV or JSONL file
    std::string phrases, images;  ///< a file of phrases and a folder of photos in its place
    std::string split, protocol = "plain", device = "auto";
    std::vector<std::string> models, detectors, maps, ensembles;  ///< [NAME=]FILE; NAME+NAME
    std::string instances;                                        ///< for COCO results
    bool no_model = false;
    std::size_t limit = 0;  ///< phrases at most; 0: all
    double box_threshold = 0.5;

    /// What can be told before anything is read. Throws Error.
    void check() const;
    /// "gbs evaluate ..." that scores the same.
    std::string command() const;
};

/// Reads the benchmark that is asked for. Throws Error, Cancelled.
Benchmark read_requested(const BenchmarkRequest& request, const ByteProgress& progress = {},
                         std::stop_token stop = {});
/// The models, detectors and maps that are asked for, in this order; models are loaded. The default model
/// where none is named. Throws Error.
std::vector<std::shared_ptr<MapSource>> open_sources(const BenchmarkRequest& request);
/// The ensembles that are asked for; with a detector and none asked for, each model's mean map with each
/// detector (Table 2).
std::vector<std::string> requested_ensembles(const BenchmarkRequest& request,
                                             std::span<const std::shared_ptr<MapSource>> sources);

/// The first `limit` units of the protocol that is asked for. Throws Error where no phrase counts.
PointingUnits requested_units(const BenchmarkRequest& request, const Benchmark& benchmark);

/// Everything a run needs, read and loaded.
struct PreparedBenchmark {
    Benchmark benchmark;
    PointingUnits units;
    BenchmarkRun run;
    ReportHeading heading;

    /// An empty report, with what the reader and the protocol left out.
    BenchmarkReport report() const;
    /// What must be the same for a run to go on after a kill.
    nlohmann::json identity() const;
};

/// Joins what was read with what was opened. Throws Error where no phrase counts.
PreparedBenchmark prepare_benchmark(const BenchmarkRequest& request, Benchmark benchmark,
                                    std::vector<std::shared_ptr<MapSource>> sources);

/// Scores all units. With a `per_phrase` file the results are kept in its journal as they come, and `resume`
/// takes those of an earlier run of the same identity first. `begun(already)` tells how many these were;
/// `take` sees every result, in the order of the units. Throws Error, Cancelled.
void score_benchmark(const PreparedBenchmark& prepared, const std::filesystem::path& per_phrase, bool resume,
                     const std::function<void(std::size_t)>& begun,
                     const std::function<void(const UnitResult&)>& take,
                     const std::function<void(std::size_t, std::size_t)>& progress = {},
                     std::stop_token stop = {});

}  // namespace gbs
