// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "training/run/run_folder.h"
#include "training/trainer/stage_trainer.h"
#include "training/trainer/validator.h"

namespace gbs::training {

/// Writes metrics.jsonl: one line per logged step and one per validation, each with its time.
class RunMetrics {
 public:
    explicit RunMetrics(RunFolder& folder) : folder_(folder) {}

    /// Losses get the prefix "loss/".
    void log_step(std::int64_t step, std::size_t stage, const StepResult& result, double images_per_second);
    void log_validation(std::int64_t step, const ValidationScores& result);

 private:
    void append(MetricsRecord record);

    RunFolder& folder_;
};

/// The scores of a validation as JSON, for the checkpoint's metadata.
std::string scores_json(const ValidationScores& result);
/// "pointing accuracy gbs 61.20  i2t 55.01  mean 63.40  (center 50.02, 1000 phrases)".
std::string describe(const ValidationScores& result);

}  // namespace gbs::training
