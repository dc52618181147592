// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/model/grounding_model.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// Whether a stage trains the model's parameter `name`, or, given "child.", the parameters of that child.
bool learns(const StageOptions& options, const std::string& name);

/// Parameters require gradients exactly where the stage trains them.
void require_gradients(GroundingModel& model, const StageOptions& options);

/// Parts that the stage trains go into training mode, frozen ones into evaluation mode, so that they keep
/// their batch statistics.
void set_modes(GroundingModel& model, const StageOptions& options);

}  // namespace gbs::training
