// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/image/heatmap.h"
#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"

// Test-time use of a model, shared by the session that a person works with and by validation during training.
namespace gbs {

/// A separable Gaussian of `sigma` cells over [B, h, w], edges replicated; 0 leaves the maps as they are.
torch::Tensor gaussian_blur(const torch::Tensor& maps, double sigma);

/// What the encoder is shown of one photo: [1, 3, S, S], or with `mirror` [2, 3, S, S], the second mirrored.
torch::Tensor photo_views(const ModelOptions& options, const torch::Tensor& photo);

/// H_GbS, H_i2t and their mean, each [B, h, w], for B phrases over one photo.
struct PhraseMaps {
    torch::Tensor gbs, i2t, mean;
};

/// e: E^1..E^n of `photo_views`, [1 or 2, C_i, h_i, w_i]; w: W^1..W^n of the phrases, [B, C_i]. The model is
/// in evaluation mode; no gradients are kept. Blur and mirror as the model's options say.
PhraseMaps infer_maps(GroundingModel& model, const std::vector<torch::Tensor>& e,
                      const std::vector<torch::Tensor>& w);

/// The maps as plain values, one Grounding a phrase; how long each took is left at 0.
std::vector<Grounding> to_groundings(const PhraseMaps& maps, std::span<const std::string> phrases);

}  // namespace gbs
