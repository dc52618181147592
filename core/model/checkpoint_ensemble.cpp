// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/checkpoint_ensemble.h"

#include "core/base/error.h"
#include "core/model/checkpoint.h"
#include "core/tensor/tensors.h"

namespace gbs {
namespace {

/// The tensors and metadata of an ensemble that grows.
struct Joined {
    std::map<std::string, torch::Tensor> tensors;
    std::map<std::string, std::string> metadata;
    std::size_t members = 0;

    void add(const SafetensorsFile& file, std::size_t number, bool single) {
        const std::string own = single ? "" : std::to_string(number) + "/";
        const std::string key = single ? "gbs.model" : "gbs.model." + std::to_string(number);
        const std::string joined = std::to_string(members);
        for (const auto& [name, view] : file.tensors())
            if (name.starts_with(own)) tensors[joined + "/" + name.substr(own.size())] = to_tensor(view);
        metadata["gbs.model." + joined] = file.metadata().at(key);
        ++members;
    }
    /// A note that several members share stands once.
    void add_notes(const SafetensorsFile& file) {
        for (const auto& [key, value] : file.metadata()) {
            if (key.starts_with("gbs.")) continue;
            std::string& note = metadata[key];
            if (note.empty())
                note = value;
            else if (note.find(value) == std::string::npos)
                note += "; " + value;
        }
    }
};

}  // namespace

void write_ensemble(std::span<const std::filesystem::path> checkpoints, const std::filesystem::path& output,
                    const std::map<std::string, std::string>& notes) {
    Joined joined;
    for (const auto& path : checkpoints) {
        const std::size_t members = count_members(path);
        for (std::size_t i = 0; i < members; ++i)
            read_member_options(path, i);  // refuses what is no checkpoint
        const SafetensorsFile file(path);
        for (std::size_t i = 0; i < members; ++i) joined.add(file, i, members == 1);
        joined.add_notes(file);
    }
    if (joined.members < 2) throw Error("an ensemble needs at least two models");
    joined.metadata["gbs.format"] = std::to_string(checkpoint_format);
    joined.metadata["gbs.ensemble"] = std::to_string(joined.members);
    for (const auto& [key, value] : notes) joined.metadata[key] = value;
    save_tensors(output, joined.tensors, joined.metadata, Checksum::sha256);
}

}  // namespace gbs
