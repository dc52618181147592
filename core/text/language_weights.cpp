// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/language_weights.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/tensor/finite.h"
#include "core/tensor/tensors.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

constexpr std::size_t max_problems = 200;  ///< limits the message for a wrong architecture

std::string shape_text(torch::IntArrayRef shape) {
    std::ostringstream text;
    text << shape;
    return text.str();
}

/// The distinct shards in a Hugging Face index.
std::set<std::string> read_shards(const fs::path& index) {
    const auto json = parse_json(read_text(index, std::size_t{16} << 20)).value_or(nullptr);
    if (!json.is_object() || !json.contains("weight_map") || !json["weight_map"].is_object())
        throw Error(index.string() + " has no \"weight_map\"");
    std::set<std::string> shards;
    for (const auto& [name, file] : json["weight_map"].items()) {
        const std::string shard = file.is_string() ? file.get<std::string>() : "";
        if (!shard.ends_with(".safetensors") || shard.find('/') != std::string::npos)
            throw Error(index.string() + ": \"" + shortened(shard) +
                        "\" is not a safetensors file in the same folder");
        shards.insert(shard);
    }
    return shards;
}

}  // namespace

nlohmann::json read_json_object(const fs::path& path) {
    auto json = parse_json(read_text(path, std::size_t{1} << 20)).value_or(nullptr);
    if (!json.is_object()) throw Error(path.string() + " is not a JSON object");
    return json;
}

std::int64_t get_integer(const nlohmann::json& object, const std::string& key, std::int64_t maximum,
                         const fs::path& path) {
    const std::int64_t value = get_integer(object, key.c_str()).value_or(0);
    if (value < 1 || value > maximum)
        throw Error(path.string() + ": \"" + key + "\" must be an integer from 1 to " +
                    std::to_string(maximum));
    return value;
}

std::string shortened(const std::string& text) {
    std::size_t end = std::min<std::size_t>(text.size(), 100);
    while (end > 0 && end < text.size() && (text[end] & 0xC0) == 0x80) --end;
    std::string shown = text.substr(0, end);
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    return shown + (end < text.size() ? "…" : "");
}

WeightReader::WeightReader(const fs::path& folder) : folder_(folder) {
    const fs::path single = folder / "model.safetensors";
    const fs::path index = folder / "model.safetensors.index.json";
    if (path_exists(single) || !path_exists(index))
        files_.emplace_back(single);
    else
        for (const std::string& shard : read_shards(index)) files_.emplace_back(folder / shard);
}

bool WeightReader::has_prefix(const std::string& prefix) const {
    for (const SafetensorsFile& file : files_)
        for (const auto& [name, view] : file.tensors())
            if (name.starts_with(prefix)) return true;
    return false;
}

const TensorView* WeightReader::find(const std::string& name) {
    std::vector<std::string> names{name};
    // Old BERT checkpoints name the parameters of LayerNorm gamma and beta.
    for (const auto& [now, once] : {std::pair(".weight", ".gamma"), std::pair(".bias", ".beta")})
        if (name.ends_with(now)) names.push_back(name.substr(0, name.rfind('.')) + once);
    for (const std::string& candidate : names)
        for (const SafetensorsFile& file : files_)
            if (file.contains(prefix_ + candidate)) {
                taken_.insert(prefix_ + candidate);
                return &file.at(prefix_ + candidate);
            }
    return nullptr;
}

torch::Tensor WeightReader::complain(const std::string& name, const std::string& what) {
    problems_.push_back(prefix_ + name + " " + what);
    return {};
}

torch::Tensor WeightReader::borrow(const std::string& name, const std::vector<std::int64_t>& shape) {
    const TensorView* view = find(name);
    if (view == nullptr) return complain(name, "is missing");
    if (view->shape != shape) {
        const bool transposed =
            shape.size() == 2 && view->shape == std::vector<std::int64_t>{shape[1], shape[0]};
        return complain(name, "has shape " + shape_text(view->shape) + ", " + shape_text(shape) +
                                  " is needed" + (transposed ? " (it is transposed)" : ""));
    }
    if (view->dtype == DType::i64 || view->dtype == DType::u8) return complain(name, "is not floating point");
    if (!all_finite(*view)) return complain(name, "holds NaN or infinity");
    return borrow_tensor(*view);
}

torch::Tensor WeightReader::take(const std::string& name, const std::vector<std::int64_t>& shape) {
    const torch::Tensor tensor = borrow(name, shape);
    return tensor.defined() ? tensor.to(torch::kFloat, false, true) : tensor;
}

void WeightReader::check(const std::function<bool(const std::string&)>& belongs) {
    for (const SafetensorsFile& file : files_)
        for (const auto& [name, view] : file.tensors())
            if (name.starts_with(prefix_) && !taken_.contains(name) && belongs(name.substr(prefix_.size())))
                problems_.push_back(name + " is not part of this model");
    if (problems_.empty()) return;
    std::string text;
    for (std::size_t i = 0; i < std::min(problems_.size(), max_problems); ++i) text += "\n  " + problems_[i];
    if (problems_.size() > max_problems)
        text += "\n  and " + std::to_string(problems_.size() - max_problems) + " more";
    throw Error(files_.front().path().string() + " does not match the configuration next to it:" + text);
}

}  // namespace gbs
