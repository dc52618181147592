// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/model/model_options.h"

// Zero-shot models, made from a CLIP without training: they have no decoder and thus no H_GbS. Of a Grounding, `gbs` is
// empty and `mean` is H_i2t.
namespace gbs {

inline bool has_decoder(const ModelOptions& options) {
    return options.decoder_width > 0;
}

/// Whether the model in the checkpoint, or a member of the ensemble, has H_GbS. Throws Error.
bool has_gbs(const std::filesystem::path& checkpoint);

}  // namespace gbs
