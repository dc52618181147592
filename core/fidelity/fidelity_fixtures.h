// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/base/temporary_folder.h"
#include "core/tensor/safetensors.h"
#include "core/tensor/torch.h"

// Shared by the comparisons of core/fidelity/fidelity.h: access to fixtures, and the weights of their
// language models by name (core/fidelity/weights_by_name.h). Internal to core/ and its tests.
namespace gbs {

/// An entry of the metadata. Throws Error if it is missing.
const std::string& fixture_note(const SafetensorsFile& file, const std::string& key);
/// The same as a JSON object. Throws Error if it is not one.
nlohmann::json fixture_object(const SafetensorsFile& file, const std::string& key);
/// The list "phrases" of the metadata. Throws Error.
std::vector<std::string> fixture_phrases(const SafetensorsFile& file);

/// "1.3e-06".
std::string scientific(double value);

/// The maximum absolute difference relative to the maximum absolute value of `expected`; infinity if the
/// shapes differ or a value is not finite.
double relative_difference(const torch::Tensor& actual, const torch::Tensor& expected);

/// All tensors of the BERT described by config.json, in half precision.
std::map<std::string, torch::Tensor> bert_weights_by_name(const nlohmann::json& config);
/// All tensors of the text tower of the CLIP or SigLIP described by config.json, in half precision.
std::map<std::string, torch::Tensor> clip_text_weights_by_name(const nlohmann::json& config);
/// All tensors of the ELMo described by options.json, in half precision.
std::map<std::string, torch::Tensor> elmo_weights_by_name(const nlohmann::json& options);

/// Writes config.json, vocab.txt and, for cased models, tokenizer_config.json of a model of
/// bert_sizes.safetensors into `folder`; returns the configuration.
nlohmann::json write_bert_settings(const SafetensorsFile& file, const std::string& model,
                                   const std::filesystem::path& folder);

/// Writes config.json, vocab.json, merges.txt and model.safetensors of a model of clip_text.safetensors into `folder`, or
/// config.json, spiece.model and model.safetensors of one of siglip_text.safetensors; returns the configuration.
nlohmann::json write_clip_text(const SafetensorsFile& file, const std::string& model,
                               const std::filesystem::path& folder);

}  // namespace gbs
