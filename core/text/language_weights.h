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

/// A JSON object of at most 1 MiB. Throws Error.
nlohmann::json read_json_object(const std::filesystem::path& path);

/// The whole number under `key`, from 1 to `maximum`. Throws Error naming the file.
std::int64_t whole_number(const nlohmann::json& object, const std::string& key, std::int64_t maximum,
                          const std::filesystem::path& path);

/// For a message: on one line, cut where a character ends.
std::string shortened(const std::string& text);

/// The weights of a language model by name: model.safetensors of a folder, or the shards that
/// model.safetensors.index.json names. Tensors are taken one by one: nothing is made that the files do not
/// hold, so sizes in a lying configuration cannot claim memory. All that is wrong is collected for one Error.
class WeightReader {
 public:
    explicit WeightReader(const std::filesystem::path& folder);

    /// Names in the files begin with this; the caller leaves it out.
    void set_prefix(const std::string& prefix) { prefix_ = prefix; }
    bool has_prefix(const std::string& prefix) const;

    /// The tensor in float32; undefined, and noted, where it is missing, of another shape or type, or not
    /// finite. Names with LayerNorm's old gamma and beta are known too.
    torch::Tensor take(const std::string& name, const std::vector<std::int64_t>& shape);

    /// Throws one Error that lists all that was noted, and the tensors under the prefix that were not taken
    /// and that `belongs` claims for the model.
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
