#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/grounding_model.h"

namespace gbs {

/// The averaged weights as a model of their own, in evaluation mode, which makes the recurrent maps
/// (docs/beyond.md). It shares the tensors of the average, and of the student where nothing is averaged, so
/// that it follows both without copies.
class EmaTeacher {
 public:
    EmaTeacher(GroundingModel student, const std::map<std::string, torch::Tensor>& average);
    GroundingModel model() const { return model_; }

 private:
    GroundingModel model_{nullptr};
};

}  // namespace gbs
