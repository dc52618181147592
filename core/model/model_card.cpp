// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/model_card.h"

#include <torch/version.h>
#include <utf8proc.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <opencv2/core/utility.hpp>

#include "core/base/join.h"
#include "core/model/checkpoint.h"
#include "core/model/zero_shot.h"
#include "core/tensor/safetensors.h"
#include "core/tensor/safetensors_checksum.h"
#include "core/tensor/torch.h"

namespace gbs {

namespace {

using Options = std::map<std::string, std::string>;

/// The options of the first model, with the values of all where they differ.
Options join_options(const std::vector<Options>& members) {
    Options joined = members.front();
    for (auto& [key, value] : joined)
        if (!std::ranges::all_of(members, [&](const Options& member) { return member.at(key) == value; }))
            value = join(members, " + ", [&](const Options& member) { return member.at(key); });
    return joined;
}

}  // namespace

ModelCard read_model_card(const std::filesystem::path& path) {
    ModelCard card;
    const std::size_t members = count_members(path);
    for (std::size_t i = 0; i < members; ++i) {
        ModelOptions options = read_member_options(path, i);
        OptionSet set;
        options.bind(set);
        card.members.emplace_back();
        for (const auto& info : set.infos()) card.members.back()[info.key] = set.get(info.key);
    }
    card.options = join_options(card.members);
    if (!has_gbs(path)) card.notes["maps"] = "zero-shot, no H_GbS";
    const SafetensorsFile file(path);
    std::error_code gone;
    card.bytes = std::filesystem::file_size(path, gone);
    for (const auto& [name, tensor] : file.tensors())
        card.parameters += static_cast<std::int64_t>(tensor.bytes.size() / size_of(tensor.dtype));
    for (const auto& [key, value] : file.metadata())
        if (!key.starts_with("gbs.model") && key != "gbs.format" && key != checksum_key)
            card.notes[key] = value;
    return card;
}

std::map<std::string, std::string> library_versions() {
    return {{"LibTorch", std::string(TORCH_VERSION) + (torch::hasCUDA() ? " (CUDA)" : "")},
            {"OpenCV", cv::getVersionString()},
            {"utf8proc", utf8proc_version()},
            {"nlohmann-json", std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." +
                                  std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." +
                                  std::to_string(NLOHMANN_JSON_VERSION_PATCH)}};
}

bool has_cuda_kernels() {
#ifdef GBS_CUDA_KERNELS
    return true;
#else
    return false;
#endif
}

}  // namespace gbs
