// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/model/checkpoint.h"
#include "support/tiny_model.h"

namespace gbs {

/// Saves a tiny untrained model that grounds in milliseconds.
inline void save_tiny_checkpoint(const std::filesystem::path& path, bool mirror = false,
                                 StoredPrecision precision = StoredPrecision::fp32) {
    GroundingModel model = tiny_model();
    model->options().mirror = mirror;
    save_checkpoint(path, model, {{"gbs.training", "{\"step\": 0}"}}, precision);
}

}  // namespace gbs
