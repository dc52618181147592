// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

#include "core/model/grounding_model.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// Exponential moving average of what a stage trains (option optimizer.ema), running statistics included.
/// Empty if the option is 0.
class MovingAverage {
 public:
    MovingAverage() = default;
    /// Averages the floating-point tensors of `model` that `stage` trains.
    MovingAverage(GroundingModel model, const StageOptions& stage);

    bool empty() const { return tensors_.empty(); }
    const std::map<std::string, torch::Tensor>& tensors() const { return tensors_; }
    /// Call after step `step` of the stage, from 0.
    void update(int step);
    /// Exchanges the model's weights and the average.
    void swap();
    /// Adds "average.NAME" for the .state file.
    void add_state(std::map<std::string, torch::Tensor>& state) const;
    /// Throws Error if one is missing.
    void load_state(const std::map<std::string, torch::Tensor>& state);

 private:
    GroundingModel model_{nullptr};
    double decay_ = 0;
    std::map<std::string, torch::Tensor> tensors_;
};

}  // namespace gbs::training
