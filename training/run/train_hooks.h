// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gbs::training {

/// A finished step, for the terminal.
struct TrainProgress {
    int step = 0;  ///< finished steps of the run, over all stages
    int total = 0;
    std::string stage;
    std::vector<std::pair<std::string, double>> values;  ///< losses and more, see StepResult
    double images_per_second = 0;
    std::optional<double> eta_seconds;  ///< without the first steps, which are slower
};

/// What a training calls while it runs. Each function may be empty.
struct TrainHooks {
    std::function<void(const TrainProgress&)> progress;
    std::function<void(const std::string&)> message;  ///< "encoding 5999 photos", validation results
    std::function<bool()> stop_requested;  ///< called every step; true ends the run with a checkpoint
};

}  // namespace gbs::training
