// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

#include "core/model/grounding_model.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// The exponential moving average of what a stage learns (option optimizer.ema), running statistics included.
class MovingAverage {
 public:
    MovingAverage() = default;
    /// Of the floating-point tensors of `model` whose names begin with what `stage` learns.
    MovingAverage(GroundingModel model, const StageOptions& stage);

    bool empty() const { return tensors_.empty(); }
    const std::map<std::string, torch::Tensor>& tensors() const { return tensors_; }
    /// After step `step` of the stage, from 0.
    void update(int step);
    /// The model gets the average, and the average the model's weights.
    void swap();
    /// "average.NAME", for the .state file.
    void add_state(std::map<std::string, torch::Tensor>& state) const;
    /// Throws Error where one is missing.
    void load_state(const std::map<std::string, torch::Tensor>& state);

 private:
    GroundingModel model_{nullptr};
    double decay_ = 0;
    std::map<std::string, torch::Tensor> tensors_;
};

}  // namespace gbs::training
