// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/checkpoint.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file_format.h"
#include "core/base/json_stream.h"
#include "core/tensor/safetensors_checksum.h"
#include "core/tensor/tensors.h"

namespace gbs {
namespace {

/// More members than anyone joins; a file that claims more is damaged.
constexpr std::size_t max_members = 64;

/// The value of a key that every checkpoint has.
std::string find_entry(const SafetensorsFile& file, const std::string& key) {
    const auto found = file.metadata().find(key);
    if (found != file.metadata().end()) return found->second;
    throw Error(file.path().string() + ": not a checkpoint of this program: its metadata has no \"" + key +
                "\" (pretrained weights are not a model; train one, or see `gbs convert --help`)");
}

void check_format(const SafetensorsFile& file) {
    check_file_format(file.path().string(), find_entry(file, "gbs.format"), checkpoint_format);
}

std::size_t stored_members(const SafetensorsFile& file) {
    const auto found = file.metadata().find("gbs.ensemble");
    if (found == file.metadata().end()) return 1;
    std::size_t count = 0;
    const char* end = found->second.data() + found->second.size();
    const auto [stop, failure] = std::from_chars(found->second.data(), end, count);
    if (failure != std::errc() || stop != end || count < 2 || count > max_members)
        throw Error(file.path().string() + ": \"gbs.ensemble\" in its metadata is not a number from 2 to " +
                    std::to_string(max_members));
    return count;
}

std::string prefix_of(const SafetensorsFile& file, std::size_t number) {
    return stored_members(file) > 1 ? std::to_string(number) + "/" : "";
}

ModelOptions parse_options(const SafetensorsFile& file, std::size_t number) {
    const std::string key = stored_members(file) > 1 ? "gbs.model." + std::to_string(number) : "gbs.model";
    check_format(file);
    const std::string model = find_entry(file, key);
    ModelOptions options;
    OptionSet set;
    options.bind(set);
    const auto json = parse_json(model);
    if (!json) throw Error(file.path().string() + ": \"" + key + "\" in its metadata is not JSON");
    set.set_json(*json, file.path().string());
    return options;
}

}  // namespace

std::size_t count_members(const std::filesystem::path& path) {
    const SafetensorsFile file(path);
    if (file.metadata().contains("gbs.format")) check_format(file);
    return stored_members(file);
}

namespace {

void refuse_ensemble(const std::filesystem::path& path) {
    if (const std::size_t members = count_members(path); members > 1)
        throw Error(path.string() + " is an ensemble of " + std::to_string(members) +
                    " models, but a single model is needed here: give one of those that it was made from");
}

}  // namespace

ModelOptions read_member_options(const std::filesystem::path& path, std::size_t number) {
    return parse_options(SafetensorsFile(path), number);
}

ModelOptions read_model_options(const std::filesystem::path& path) {
    refuse_ensemble(path);
    return read_member_options(path, 0);
}

std::string member_prefix(const std::filesystem::path& path, std::size_t number) {
    return prefix_of(SafetensorsFile(path), number);
}

LoadedCheckpoint load_member(const std::filesystem::path& path, std::size_t number, WordShape words) {
    const SafetensorsFile file(path);
    if (number == 0) check_contents(file);  // once for all members
    const std::string prefix = prefix_of(file, number);
    LoadedCheckpoint loaded{GroundingModel(parse_options(file, number), words), nullptr, file.metadata()};
    load_module(*loaded.model, file, prefix, {prefix + strength_prefix});
    loaded.strength = load_strength(file, prefix, loaded.model->channels());
    return loaded;
}

LoadedCheckpoint load_checkpoint(const std::filesystem::path& path, WordShape words) {
    refuse_ensemble(path);
    return load_member(path, 0, words);
}

void save_checkpoint(const std::filesystem::path& path, GroundingModel model,
                     const std::map<std::string, std::string>& notes, StoredPrecision precision,
                     Strength strength) {
    std::map<std::string, std::string> metadata = notes;
    OptionSet set;
    ModelOptions options = model->options();
    options.bind(set);
    metadata["gbs.format"] = std::to_string(checkpoint_format);
    metadata["gbs.model"] = set.to_json().dump();
    auto tensors = module_tensors(*model);
    if (strength) tensors.merge(module_tensors(*strength, strength_prefix));
    if (precision == StoredPrecision::fp16)
        for (auto& [name, tensor] : tensors)
            if (tensor.is_floating_point()) tensor = tensor.to(torch::kHalf);
    save_tensors(path, tensors, metadata, Checksum::sha256);
}

}  // namespace gbs
