// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/grounding_model.h"

namespace gbs {

/// An untrained model around EfficientNet-Lite0 with necks of `neck` channels: small enough for tests.
inline GroundingModel tiny_model(int input_size = 64, int neck = 8, int decoder_width = 8) {
    ModelOptions options;
    options.input_size = input_size;
    options.neck_width = neck;
    options.decoder_width = decoder_width;
    torch::manual_seed(3);
    return GroundingModel(options, 384);
}

}  // namespace gbs
