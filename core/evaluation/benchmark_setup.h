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

/// What to score, as specified in the window or on the command line.
struct BenchmarkRequest {
    std::string folder;           ///< a benchmark, or a TSV or JSONL file
    std::string phrases, images;  ///< alternatively, a file of phrases and a folder of photos
    std::string split, protocol = "plain", device = "auto";
    std::vector<std::string> models, detectors, maps, ensembles;  ///< [NAME=]FILE; NAME+NAME
    std::vector<std::string> detector_bridges;                    ///< [NAME=]COMMAND (detector_command.h)
    int answer_limit = 60;                                        ///< seconds that they have for a phrase
    std::string instances;                                        ///< COCO instances file for COCO results
    std::string detector_scores = "as-given";                     ///< detector_scores.h
    bool masks = false;                                           ///< point into masks in place of boxes
    bool no_model = false;
    std::size_t limit = 0;  ///< maximum number of units; 0: no limit
    double box_threshold = 0.5;

    /// Checks what can be checked without reading a file. Throws Error.
    void check() const;
    /// The equivalent "gbs evaluate ..." command.
    std::string command() const;
};

/// Reads the requested benchmark. Throws Error, Cancelled.
Benchmark read_requested(const BenchmarkRequest& request, const ByteProgress& progress = {},
                         std::stop_token stop = {});
/// Opens the requested models, detectors and maps, in this order; without any model, the default model.
/// Throws Error.
std::vector<std::shared_ptr<MapSource>> open_sources(const BenchmarkRequest& request);
/// The requested ensembles; if there are none, each model's mean map with each detector (Table 2).
std::vector<std::string> requested_ensembles(const BenchmarkRequest& request,
                                             std::span<const std::shared_ptr<MapSource>> sources);

/// The first `limit` units under the requested protocol. Throws Error if no phrase counts.
PointingUnits requested_units(const BenchmarkRequest& request, const Benchmark& benchmark);

/// Everything that a run needs, loaded.
struct PreparedBenchmark {
    Benchmark benchmark;
    PointingUnits units;
    BenchmarkRun run;
    ReportHeading heading;

    /// An empty report with the phrases skipped by the reader and the protocol.
    BenchmarkReport report() const;
    /// What must be equal to resume a run.
    nlohmann::json identity() const;
};

/// Throws Error if no phrase counts or an ensemble is unknown.
PreparedBenchmark prepare_benchmark(const BenchmarkRequest& request, Benchmark benchmark,
                                    std::vector<std::shared_ptr<MapSource>> sources);

/// Scores all units. With a `per_phrase` file, results are journaled as they arrive, and `resume` first takes
/// those of an earlier run with the same identity; `begun(already)` gets their count. `take` gets every
/// result, in the order of the units. Logs and returns the warnings of the run. The processes of a `team` share the
/// photos; rank 0 alone has results and writes. Throws Error, Cancelled.
std::vector<std::string> score_benchmark(const PreparedBenchmark& prepared,
                                         const std::filesystem::path& per_phrase, bool resume,
                                         const std::function<void(std::size_t)>& begun,
                                         const std::function<void(const UnitResult&)>& take,
                                         const std::function<void(std::size_t, std::size_t)>& progress = {},
                                         const WorkToken& token = {}, Team& team = alone());

}  // namespace gbs
