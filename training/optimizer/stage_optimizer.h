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

/// Whether a stage trains the model's parameter of that name (or those of a child, named with a dot at its
/// end).
bool learns(const StageOptions& options, const std::string& name);

/// The weights that a stage trains, and how: optimizer, schedule, clipping, the ranks' common gradient.
class StageOptimizer {
 public:
    /// Parameters of `model` require gradients from now on exactly where the stage trains them.
    StageOptimizer(GroundingModel model, const StageOptions& options, Communicator& ranks);

    struct Step {
        double gradient_norm = 0, learning_rate = 0;
    };
    /// One step down the mean of the ranks' `loss`. Throws Error, weights as before, where the gradient is
    /// not finite.
    Step step(const torch::Tensor& loss, int step);

    /// "optimizer.PARAMETER.*", for the .state file; exact.
    void add_state(std::map<std::string, torch::Tensor>& state) const;
    /// Throws Error where a part is missing or has another shape.
    void load_state(const std::map<std::string, torch::Tensor>& state);

 private:
    StageOptions options_;
    std::vector<std::pair<std::string, torch::Tensor>> learned_;
    std::unique_ptr<torch::optim::Optimizer> optimizer_;
    std::unique_ptr<GradientBuckets> buckets_;
};

}  // namespace gbs::training
