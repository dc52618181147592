// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/model/grounding_model.h"

namespace gbs::training {

/// The averaged weights as a model of its own, which makes the recurrent maps (docs/beyond.md). Shares the
/// tensors of the average, and of the student where nothing is averaged, so it follows both without copies.
/// Its parts train or evaluate as the student's do. Use it under FreezeRunningStats, or the average's running
/// statistics change.
class EmaTeacher {
 public:
    EmaTeacher(GroundingModel student, const std::map<std::string, torch::Tensor>& average);
    GroundingModel model() const { return model_; }

 private:
    GroundingModel model_{nullptr};
};

}  // namespace gbs::training
