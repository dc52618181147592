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

// Where torch meets the plain values of core/. Internal to core/ and training/: app/ never includes it.
namespace gbs {

/// A copy of the file's tensor on the CPU, in the file's own type.
torch::Tensor to_tensor(const TensorView& view);
/// Saves tensors (any device, made contiguous) with metadata.
void save_tensors(const std::filesystem::path& path, const std::map<std::string, torch::Tensor>& tensors,
                  const std::map<std::string, std::string>& metadata = {});
/// Copies `prefix + name` of the file into every parameter and buffer of `module` (num_batches_tracked
/// aside), in the module's type. What begins with one of `ignored` may be left over. Throws one Error that
/// lists all that is missing, left over under `prefix`, or of another shape, and any tensor with NaN.
void load_module(torch::nn::Module& module, const SafetensorsFile& file, const std::string& prefix = "",
                 const std::vector<std::string>& ignored = {});
/// Parameters and buffers of `module` by name, `prefix` before each.
std::map<std::string, torch::Tensor> module_tensors(const torch::nn::Module& module,
                                                    const std::string& prefix = "");

/// [3, S, S] float32 in 0..255 (RGB), resized with resize_image.
torch::Tensor image_tensor(const Image& image, int size);
/// [h, w] tensor to a Heatmap.
Heatmap to_heatmap(const torch::Tensor& map);

}  // namespace gbs
