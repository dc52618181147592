// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/base/options.h"
#include "core/model/model_choices.h"

namespace gbs {

/// The architecture of a model: enough to build it and load its tensors.
/// Stored as JSON in the metadata of a checkpoint.
struct ModelOptions {
    std::string image_encoder = "efficientnet-lite0";
    std::string text_encoder = "minilm-l6-v2";
    int levels = 2;
    int input_size = 288;
    int neck_width = 256;
    Attenuation attenuation = Attenuation::projection;
    double attenuation_scale = 1.0;
    int decoder_width = 512;
    I2tLevels i2t_levels = I2tLevels::geometric_mean;
    bool mirror = false;
    double blur = 0.0;
    double gbs_blur = 0.0;

    /// Registers every field as "model.<field>".
    void bind(OptionSet& options);
};

}  // namespace gbs
