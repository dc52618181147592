// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/tensor/safetensors.h"
#include "core/tensor/torch.h"

// What the comparisons of core/fidelity/fidelity.h share, and the language models of the fixtures, whose weights are a
// function of their names (core/fidelity/weights_by_name.h). Internal to core/ and its tests.
namespace gbs {

/// An entry of the metadata. Throws Error where it is missing.
const std::string& fixture_note(const SafetensorsFile& file, const std::string& key);
/// The same as a JSON object. Throws Error where it is none.
nlohmann::json fixture_object(const SafetensorsFile& file, const std::string& key);
/// "phrases" of the metadata. Throws Error.
std::vector<std::string> fixture_phrases(const SafetensorsFile& file);

/// "1.3e-06".
std::string scientific(double value);

/// The largest difference relative to the largest number of `expected`; infinity where shapes differ or
/// something is not finite.
double relative_difference(const torch::Tensor& actual, const torch::Tensor& expected);

/// All tensors of the BERT that config.json describes, in half precision.
std::map<std::string, torch::Tensor> bert_weights_by_name(const nlohmann::json& config);
/// All tensors of the ELMo that options.json describes, in half precision.
std::map<std::string, torch::Tensor> elmo_weights_by_name(const nlohmann::json& options);

/// Writes config.json, vocab.txt and, where capitals count, tokenizer_config.json of a model of
/// bert_sizes.safetensors into `folder`; returns the configuration.
nlohmann::json write_bert_settings(const SafetensorsFile& file, const std::string& model,
                                   const std::filesystem::path& folder);

/// A new folder among the system's temporary ones, removed at the end. Throws Error.
class TemporaryFolder {
 public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

}  // namespace gbs
