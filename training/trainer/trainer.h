// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "training/options/train_options.h"

namespace gbs::training {

/// What the terminal shows of a step.
struct TrainProgress {
    int step = 0;  ///< finished steps of the run, all stages together
    int total = 0;
    std::string stage;
    std::vector<std::pair<std::string, double>> values;  ///< loss parts and so on, see StepResult
    double images_per_second = 0;
    std::optional<double> eta_seconds;  ///< the first steps are left out: they are slower
};

struct TrainHooks {
    std::function<void(const TrainProgress&)> progress;
    std::function<void(const std::string&)> message;  ///< "encoding 5999 photos", validation results
    std::function<bool()> stop_requested;  ///< asked once a step; true ends the run with a checkpoint
};

enum class TrainOutcome { completed, stopped };

/// Trains a model in the run folder `run` (created; must not hold a run yet). Writes all that design.md
/// lists; states and control words are those of run_folder.h. Throws Error, after writing state `failed` and
/// the reason.
TrainOutcome train(const TrainOptions& options, const std::filesystem::path& run,
                   const TrainHooks& hooks = {});

/// Goes on from the newest whole checkpoint of a run folder, with the options kept there. On the CPU the
/// losses are bit for bit those of a run that was never stopped. `assignments` may change options
/// ("checkpoint.every=50").
TrainOutcome resume_training(const std::filesystem::path& run, const TrainHooks& hooks = {},
                             const std::vector<std::string>& assignments = {});

}  // namespace gbs::training
