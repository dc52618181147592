// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/optim/optimizer.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/model/grounding_model.h"
#include "training/options/train_options.h"
#include "training/ranks/gradient_buckets.h"

namespace gbs::training {

/// Updates the weights that a stage trains: optimizer, schedule, clipping, gradients averaged over the ranks.
class StageOptimizer {
 public:
    /// Makes exactly the parameters that the stage trains require gradients.
    StageOptimizer(GroundingModel model, const StageOptions& options, Communicator& ranks);

    struct Step {
        double gradient_norm = 0, learning_rate = 0;
    };
    /// One step down the mean of the ranks' `loss`. Throws Error, leaving the weights unchanged, if the
    /// gradient is not finite.
    Step step(const torch::Tensor& loss, int step);

    /// Adds "optimizer.PARAMETER.*", exact, for the .state file.
    void add_state(std::map<std::string, torch::Tensor>& state) const;
    /// Throws Error if a part is missing or has another shape.
    void load_state(const std::map<std::string, torch::Tensor>& state);

 private:
    StageOptions options_;
    std::vector<std::pair<std::string, torch::Tensor>> learned_;
    std::unique_ptr<torch::optim::Optimizer> optimizer_;
    std::unique_ptr<GradientBuckets> buckets_;
};

}  // namespace gbs::training
