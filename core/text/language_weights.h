// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/tensor/safetensors.h"
#include "core/tensor/torch.h"

namespace gbs {

/// Reads a JSON object of at most 1 MiB. Throws Error.
nlohmann::json read_json_object(const std::filesystem::path& path);

/// The integer member `key`, from 1 to `maximum`. Throws Error naming the file.
std::int64_t get_integer(const nlohmann::json& object, const std::string& key, std::int64_t maximum,
                         const std::filesystem::path& path);

/// For error messages: on one line and shortened, without splitting a character.
std::string shortened(const std::string& text);

/// Reads the weights of a language model from model.safetensors, or from the shards listed in
/// model.safetensors.index.json. Allocates only tensors that exist in the files, so a malicious configuration
/// cannot force large allocations. Collects all problems for one Error.
class WeightReader {
 public:
    explicit WeightReader(const std::filesystem::path& folder);

    /// A prefix of the names in the files, to be omitted by the caller.
    void set_prefix(const std::string& prefix) { prefix_ = prefix; }
    bool has_prefix(const std::string& prefix) const;

    /// The tensor in float32. Records a problem and returns an undefined tensor if it is missing, not finite,
    /// or has a different shape or type. Also finds the old names gamma and beta of LayerNorm.
    torch::Tensor take(const std::string& name, const std::vector<std::int64_t>& shape);
    /// The same in the type of the file and without a copy, valid as long as this reader; not to be changed.
    torch::Tensor borrow(const std::string& name, const std::vector<std::int64_t>& shape);

    /// Throws one Error listing all problems, including tensors under the prefix that were not taken although
    /// `belongs` says that they are part of the model.
    void check(const std::function<bool(const std::string&)>& belongs);

 private:
    const TensorView* find(const std::string& name);
    torch::Tensor complain(const std::string& name, const std::string& what);

    std::filesystem::path folder_;
    std::vector<SafetensorsFile> files_;
    std::string prefix_;
    std::set<std::string> taken_;
    std::vector<std::string> problems_;
};

}  // namespace gbs
