// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/model/grounding_model.h"

namespace gbs {

/// A checkpoint is one safetensors file: the tensors of a GroundingModel, and in its metadata
///   "gbs.format"  "1"
///   "gbs.model"   the ModelOptions, a JSON object of strings by dotted key
/// and whatever else the trainer noted ("gbs.training": step, data, accuracy). The frozen language model is
/// named in the options, not stored: set-up installs it.
struct LoadedCheckpoint {
    GroundingModel model{nullptr};
    std::map<std::string, std::string> metadata;
};

/// The model's options alone, without building it. Throws Error when the file is no checkpoint of this
/// program.
ModelOptions read_model_options(const std::filesystem::path& path);
/// Builds the model that the metadata describes and loads every tensor; all that is missing, left over or of
/// another shape is listed in one Error. `words` is the shape of the language model named in the options.
LoadedCheckpoint load_checkpoint(const std::filesystem::path& path, WordShape words);

enum class StoredPrecision { fp32, fp16 };
void save_checkpoint(const std::filesystem::path& path, GroundingModel model,
                     const std::map<std::string, std::string>& notes = {},
                     StoredPrecision precision = StoredPrecision::fp32);

}  // namespace gbs
