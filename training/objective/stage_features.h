// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"
#include "training/alpha/alpha_maps.h"
#include "training/options/train_options.h"

// E^1..E^n as a stage computes them, each level [B, C_i, h_i, w_i], coarsest first.
namespace gbs::training {

/// Whether a step needs features of photos that are not blended.
bool needs_photo_features(const StageOptions& options);

/// Photos or blends [B, 3, S, S] in 0..255 -> E, in the stage's precision.
std::vector<torch::Tensor> encode_images(GroundingModel& model, const StageOptions& options,
                                         const torch::Tensor& images);

/// Cached bottlenecks (ImageEncoder::bottlenecks) -> E on `device`. The encoder is frozen, so gradients reach
/// the necks only.
std::vector<torch::Tensor> expand_bottlenecks(GroundingModel& model, std::vector<torch::Tensor> bottlenecks,
                                              torch::Device device);

/// E of the blends from E of both photos (option features.blend: features). `maps` and `alpha` [B, S, S] as
/// for blend_photos.
std::vector<torch::Tensor> blend_features(const std::vector<torch::Tensor>& e1,
                                          const std::vector<torch::Tensor>& e2,
                                          const std::vector<AlphaMap>& maps, const torch::Tensor& alpha);

}  // namespace gbs::training
