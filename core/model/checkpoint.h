// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "core/model/grounding_model.h"
#include "core/model/strength.h"

namespace gbs {

/// The number of the format that this program writes, and the newest that it reads (core/base/file_format.h).
inline constexpr int checkpoint_format = 1;

/// A checkpoint is a safetensors file with the tensors of a GroundingModel and this metadata:
///   "gbs.format"  checkpoint_format
///   "gbs.model"   the ModelOptions, a JSON object of strings by dotted key
/// plus notes of the trainer ("gbs.training": step, data, accuracy) and a checksum (safetensors_checksum.h). The
/// frozen language model is named in the options but not stored; `make setup` installs it. The tensors "strength.*" are
/// the model's strength (strength.h), if it has one, and the note "gbs.strength" says what it was learned from.
///
/// An ensemble is one file with the tensors of several models: "gbs.ensemble" is their number, tensor NAME of member k is
/// stored as "k/NAME", and its options as "gbs.model.k", k from 0. Table 1 of the paper has such an ensemble.
struct LoadedCheckpoint {
    GroundingModel model{nullptr};
    Strength strength{nullptr};  ///< null if the file has none
    std::map<std::string, std::string> metadata;
};

/// Models in an ensemble; 1 for a single model. Throws Error if the file is not a checkpoint of this program.
std::size_t count_members(const std::filesystem::path& path);
/// Reads only the options of a single model. Throws Error if the file is not a checkpoint of this program, or an
/// ensemble.
ModelOptions read_model_options(const std::filesystem::path& path);
/// Builds the model described by the metadata and loads all tensors. `words` is the shape of the language
/// model named in the options. Throws one Error listing all tensors that are missing, unexpected or of a
/// different shape; Error for an ensemble.
LoadedCheckpoint load_checkpoint(const std::filesystem::path& path, WordShape words);

/// The same for member `number` of an ensemble, or for a single model as member 0.
ModelOptions read_member_options(const std::filesystem::path& path, std::size_t number);
/// What the names of the member's tensors start with: "" for a single model, "0/" for the first member of an ensemble.
std::string member_prefix(const std::filesystem::path& path, std::size_t number);
LoadedCheckpoint load_member(const std::filesystem::path& path, std::size_t number, WordShape words);

enum class StoredPrecision { fp32, fp16 };
/// Writes a checkpoint atomically; `notes` are added to the metadata. Throws Error.
void save_checkpoint(const std::filesystem::path& path, GroundingModel model,
                     const std::map<std::string, std::string>& notes = {},
                     StoredPrecision precision = StoredPrecision::fp32, Strength strength = nullptr);

}  // namespace gbs
