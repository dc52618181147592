// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/model/model_options.h"
#include "core/text/word_shape.h"

namespace gbs {

/// What grounding costs, without the frozen language model. FLOP count 2 per multiply-add and cover every
/// view that inference uses: two with mirror averaging (ModelOptions::mirror), otherwise one.
struct GroundingCost {
    std::int64_t parameters = 0;
    double image_flop = 0;   ///< encoding one image
    double phrase_flop = 0;  ///< text projection, attenuation, decoder and match of one phrase
    double bytes = 0;        ///< weights plus the peak of one image and a phrase, on the CPU
};

/// Extrapolates from inference with random weights on small images (see operation_meter.h). Throws Error for
/// unknown names in `options`. `words` is the shape of the language model's output.
GroundingCost grounding_cost(const ModelOptions& options, WordShape words);

}  // namespace gbs
