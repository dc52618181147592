// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/image/image.h"
#include "core/model/grounding_model.h"
#include "core/text/text_encoder.h"
#include "training/calibration/calibration_data.h"

namespace gbs::training {

/// Collects the inputs of a model's strength, photo by photo.
class StrengthInputs {
 public:
    /// Member `number` of a checkpoint, on a device of torch.
    StrengthInputs(const std::filesystem::path& checkpoint, std::size_t number, const std::string& device);

    bool reads(const std::string& phrase) const { return encoder_->reads(phrase); }
    /// Before add(): how many phrases there will be at most, on all photos. Room that stays empty takes no memory.
    void reserve(std::size_t phrases);
    /// All phrases must be readable.
    void add(const Image& photo, const std::vector<LabeledPhrase>& phrases);
    /// [all added phrases, F], half precision.
    torch::Tensor take();
    const GroundingModel& model() const { return model_; }

 private:
    const std::vector<torch::Tensor>& project(const std::string& phrase);

    torch::Device device_;
    std::unique_ptr<TextEncoder> encoder_;
    GroundingModel model_{nullptr};
    std::map<std::string, std::vector<torch::Tensor>> texts_;
    torch::Tensor all_;
    std::int64_t count_ = 0;
};

}  // namespace gbs::training
