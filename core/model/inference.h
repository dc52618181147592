// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/image/heatmap.h"
#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"

// Inference, shared by GroundingSession and validation during training.
namespace gbs {

/// Blurs [B, h, w] with a separable Gaussian of `sigma` cells, replicating edges. Does nothing if sigma is 0.
torch::Tensor gaussian_blur(const torch::Tensor& maps, double sigma);

/// The encoder input for a photo [3, S, S]: [1, 3, S, S], or, with `mirror`, [2, 3, S, S] with the mirror
/// image second.
torch::Tensor photo_views(const ModelOptions& options, const torch::Tensor& photo);

/// H_GbS, H_i2t and their mean, each [B, h, w], for B phrases on a photo.
struct PhraseMaps {
    torch::Tensor gbs, i2t, mean;
};

/// Computes the maps with the blur and mirroring in the model's options, without gradients. e: E^1..E^n of
/// `photo_views`, [1 or 2, C_i, h_i, w_i]; w: W^1..W^n of the phrases, [B, C_i]. The model must be in
/// evaluation mode.
PhraseMaps infer_maps(GroundingModel& model, const std::vector<torch::Tensor>& e,
                      const std::vector<torch::Tensor>& w);

/// Converts the maps to one Grounding per phrase, with `milliseconds` 0.
std::vector<Grounding> to_groundings(const PhraseMaps& maps, std::span<const std::string> phrases);

}  // namespace gbs
