// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/checkpoint_average.h"

#include <cmath>
#include <vector>

#include "core/base/error.h"
#include "core/model/checkpoint.h"
#include "core/model/strength.h"
#include "core/tensor/tensors.h"

namespace gbs {
namespace {

constexpr double batch_norm_epsilon = 1e-5;  // torch's default, as in the necks

using Tensors = std::map<std::string, torch::Tensor>;

/// In double precision; the tensors of a strength are left out.
Tensors read_tensors(const std::filesystem::path& path) {
    if (count_members(path) > 1)
        throw Error(path.string() + " is an ensemble: only single models can be averaged");
    read_member_options(path, 0);  // refuses what is no checkpoint
    const SafetensorsFile file(path);
    Tensors tensors;
    for (const auto& [name, view] : file.tensors()) {
        if (name.starts_with(strength_prefix)) continue;
        const torch::Tensor tensor = to_tensor(view);
        tensors[name] = tensor.is_floating_point() ? tensor.to(torch::kDouble) : tensor;
    }
    return tensors;
}

bool is_averaged(const std::string& name) {
    return name.starts_with("necks_") || name.starts_with("projection.") || name == "log_temperature";
}

/// Moves what the batch norm of each neck multiplies by into its convolution.
void join_necks(Tensors& tensors) {
    for (int i = 0; tensors.contains("necks_" + std::to_string(i) + ".conv.weight"); ++i) {
        const std::string neck = "necks_" + std::to_string(i) + ".";
        const auto norm = [&](const char* part) -> torch::Tensor& {
            const auto found = tensors.find(neck + "norm." + part);
            if (found == tensors.end() || found->second.dim() != 1 ||
                found->second.size(0) != tensors.at(neck + "conv.weight").size(0))
                throw Error("the checkpoint is damaged: " + neck + "norm." + part +
                            " does not fit its convolution");
            return found->second;
        };
        const torch::Tensor scale = norm("weight") / torch::sqrt(norm("running_var") + batch_norm_epsilon);
        torch::Tensor& convolution = tensors.at(neck + "conv.weight");
        convolution = convolution * scale.view({-1, 1, 1, 1});
        norm("bias") = norm("bias") - norm("running_mean") * scale;
        norm("running_mean") = torch::zeros_like(scale);
        norm("running_var") = torch::full_like(scale, 1 - batch_norm_epsilon);
        norm("weight") = torch::ones_like(scale);
    }
}

/// Throws Error unless only what is averaged, and the decoder, has other values.
void check_alike(const Tensors& first, const Tensors& other, const std::filesystem::path& path) {
    const auto refuse = [&](const std::string& why) { throw Error(path.string() + " " + why); };
    for (const auto& [name, tensor] : first) {
        const auto found = other.find(name);
        if (found == other.end() || found->second.sizes() != tensor.sizes())
            refuse("has another shape than the first model: " + name);
        if (!is_averaged(name) && !name.starts_with("decoder.") && !torch::equal(found->second, tensor))
            refuse("has another image encoder than the first model: " + name);
    }
    if (other.size() != first.size()) refuse("has other tensors than the first model");
}

}  // namespace

void write_average(std::span<const std::filesystem::path> checkpoints, const std::filesystem::path& output,
                   const std::map<std::string, std::string>& notes) {
    if (checkpoints.size() < 2) throw Error("an average needs at least two models");
    Tensors sum = read_tensors(checkpoints.front());
    join_necks(sum);
    for (const auto& path : checkpoints.subspan(1)) {
        Tensors other = read_tensors(path);
        check_alike(sum, other, path);
        join_necks(other);
        for (auto& [name, tensor] : sum)
            if (is_averaged(name)) tensor = tensor + other.at(name);
    }
    const SafetensorsFile first(checkpoints.front());
    for (auto& [name, tensor] : sum) {
        if (is_averaged(name)) tensor = tensor / static_cast<double>(checkpoints.size());
        tensor = tensor.to(to_tensor(first.at(name)).scalar_type());
    }
    auto metadata = first.metadata();
    metadata.erase("gbs.strength");
    metadata.erase("gbs.training");  // its accuracy is not that of the mean
    for (const auto& [key, value] : notes) metadata[key] = value;
    save_tensors(output, sum, metadata, Checksum::sha256);
}

}  // namespace gbs
