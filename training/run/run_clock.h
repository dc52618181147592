// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "training/run/run_reader.h"

namespace gbs::training {

/// What x a line of metrics.jsonl has besides its step.
struct RunProgress {
    double samples = 0;  ///< pairs of photo and text seen since the start; NaN where the batch is not known
    double seconds = 0;  ///< since the first line, pauses and stops included
    double time = 0;     ///< wall clock, seconds since 1970; NaN where the line does not say it
};

/// Steps and batch of one stage.
struct StageLength {
    int steps = 0;
    int batch = 0;
};

/// The stages of the run's config.yaml; empty where that cannot be read.
std::vector<StageLength> stage_lengths(const std::filesystem::path& folder);

/// Follows the lines of a run, in their order.
class RunClock {
 public:
    explicit RunClock(std::vector<StageLength> stages) : stages_(std::move(stages)) {}

    /// Samples after that many steps: exact, since each stage has one batch. Steps past the end of the last
    /// stage count with its batch.
    double samples_at(std::int64_t step) const;
    /// Lines without "time" (of older runs) are timed by samples and "images_per_second".
    RunProgress take(const MetricsRecord& record);
    /// Whether any line so far had to be timed by its rate.
    bool estimated() const { return estimated_; }

 private:
    std::vector<StageLength> stages_;
    std::optional<double> first_time_;
    RunProgress last_;
    double timed_samples_ = 0;
    bool estimated_ = false;
};

}  // namespace gbs::training
