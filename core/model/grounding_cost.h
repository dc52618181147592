// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/model/model_options.h"
#include "core/text/word_shape.h"

namespace gbs {

/// What a model takes to ground a phrase, without the frozen language model.
struct GroundingCost {
    std::int64_t parameters = 0;
    double image_flop = 0;   ///< encoding one image, 2 for each multiplication and addition
    double phrase_flop = 0;  ///< text conditioning, decoder and match of one phrase more
    double bytes = 0;        ///< weights and the most that one image and phrase hold beside them, on the CPU
};

/// From random weights and small images, see OperationMeter.
GroundingCost grounding_cost(const ModelOptions& options, WordShape words);

}  // namespace gbs
