// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/image/heatmap.h"
#include "core/image/image.h"
#include "core/tensor/safetensors.h"
#include "core/tensor/torch.h"

// Conversions between torch and the plain types of core/. Internal to core/ and training/; app/ must not
// include it.
namespace gbs {

/// A copy of the file's tensor on the CPU, in the type of the file.
torch::Tensor to_tensor(const TensorView& view);
/// The same without a copy, valid as long as the file; not to be changed.
torch::Tensor borrow_tensor(const TensorView& view);
/// Whether a file gets a checksum of its contents (safetensors_checksum.h).
enum class Checksum { none, sha256 };

/// Saves tensors from any device, with metadata. Throws Error.
void save_tensors(const std::filesystem::path& path, const std::map<std::string, torch::Tensor>& tensors,
                  const std::map<std::string, std::string>& metadata = {},
                  Checksum checksum = Checksum::none);
/// Copies tensor `prefix + name` of the file into every parameter and buffer of `module` (except
/// num_batches_tracked), converted to the module's type. Tensors whose names start with an entry of `ignored`
/// may be unused. Throws one Error listing every tensor that is missing, unexpected under `prefix`, of a
/// different shape, or not finite; `module` is then unchanged.
void load_module(torch::nn::Module& module, const SafetensorsFile& file, const std::string& prefix = "",
                 const std::vector<std::string>& ignored = {});
/// Parameters and buffers of `module` by `prefix + name`.
std::map<std::string, torch::Tensor> module_tensors(const torch::nn::Module& module,
                                                    const std::string& prefix = "");

/// [3, S, S] float32 in 0..255 (RGB), resized with resize_image.
torch::Tensor image_tensor(const Image& image, int size);
/// [h, w] tensor to a Heatmap.
Heatmap to_heatmap(const torch::Tensor& map);

}  // namespace gbs
