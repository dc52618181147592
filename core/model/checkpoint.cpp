// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/checkpoint.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/tensor/safetensors_checksum.h"
#include "core/tensor/tensors.h"

namespace gbs {
namespace {

constexpr const char* checkpoint_format = "1";

ModelOptions parse_options(const SafetensorsFile& file) {
    const auto& metadata = file.metadata();
    const auto format = metadata.find("gbs.format");
    const auto model = metadata.find("gbs.model");
    if (format == metadata.end() || model == metadata.end())
        throw Error(
            file.path().string() +
            ": not a checkpoint of this program: its metadata has no \"gbs.model\" (pretrained weights "
            "are not a model; train one, or see `gbs convert --help`)");
    if (format->second != checkpoint_format)
        throw Error(file.path().string() + ": checkpoint format " + format->second +
                    " is not supported; this program reads " + checkpoint_format);
    ModelOptions options;
    OptionSet set;
    options.bind(set);
    const auto json = nlohmann::json::parse(model->second, nullptr, false);
    if (json.is_discarded())
        throw Error(file.path().string() + ": \"gbs.model\" in its metadata is not JSON");
    set.set_json(json, file.path().string());
    return options;
}

}  // namespace

ModelOptions read_model_options(const std::filesystem::path& path) {
    return parse_options(SafetensorsFile(path));
}

LoadedCheckpoint load_checkpoint(const std::filesystem::path& path, WordShape words) {
    const SafetensorsFile file(path);
    check_contents(file);
    LoadedCheckpoint loaded{GroundingModel(parse_options(file), words), file.metadata()};
    load_module(*loaded.model, file);
    return loaded;
}

void save_checkpoint(const std::filesystem::path& path, GroundingModel model,
                     const std::map<std::string, std::string>& notes, StoredPrecision precision) {
    std::map<std::string, std::string> metadata = notes;
    OptionSet set;
    ModelOptions options = model->options();
    options.bind(set);
    metadata["gbs.format"] = checkpoint_format;
    metadata["gbs.model"] = set.to_json().dump();
    auto tensors = module_tensors(*model);
    if (precision == StoredPrecision::fp16)
        for (auto& [name, tensor] : tensors)
            if (tensor.is_floating_point()) tensor = tensor.to(torch::kHalf);
    save_tensors(path, tensors, metadata, Checksum::sha256);
}

}  // namespace gbs
