// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "training/run/run_reader.h"

namespace gbs::training {

/// The x values of a line of metrics.jsonl besides its step.
struct RunProgress {
    double samples = 0;  ///< pairs of photo and text since the start; NaN if the batch size is unknown
    double seconds = 0;  ///< since the first line, including pauses and stops
    double time = 0;     ///< wall clock, seconds since 1970; NaN if the line has none
};

/// Steps and batch size of a stage.
struct StageLength {
    int steps = 0;
    int batch = 0;
};

/// The stages of the run's config.yaml; empty if it cannot be read.
std::vector<StageLength> stage_lengths(const std::filesystem::path& folder);

/// Computes progress from the lines of a run, taken in order.
class RunClock {
 public:
    explicit RunClock(std::vector<StageLength> stages) : stages_(std::move(stages)) {}

    /// Samples after that many steps. Exact, since the batch size is constant within a stage; steps past the
    /// last stage count with its batch size.
    double samples_at(std::int64_t step) const;
    /// Lines without "time", from older runs, are timed by samples and "images_per_second".
    RunProgress take(const MetricsRecord& record);
    /// Whether any line so far was timed by its rate.
    bool estimated() const { return estimated_; }

 private:
    std::vector<StageLength> stages_;
    std::optional<double> first_time_;
    RunProgress last_;
    double timed_samples_ = 0;
    bool estimated_ = false;
};

}  // namespace gbs::training
