// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/image/heatmap.h"
#include "core/model/grounding_model.h"
#include "core/model/phrase_decoder.h"
#include "core/tensor/torch.h"

// Inference, shared by GroundingSession and validation during training.
namespace gbs {

/// Blurs [B, h, w] with a separable Gaussian of `sigma` cells, replicating edges. Does nothing if sigma is 0.
torch::Tensor gaussian_blur(const torch::Tensor& maps, double sigma);

/// The encoder input for a photo [3, S, S]: [1, 3, S, S], or, with `mirror`, [2, 3, S, S] with the mirror
/// image second.
torch::Tensor photo_views(const ModelOptions& options, const torch::Tensor& photo);

/// E^1..E^n of `photo_views`, [1 or 2, C_i, h_i, w_i], see row_by_row.h.
std::vector<torch::Tensor> encode_views(GroundingModel& model, const torch::Tensor& views);

/// H_GbS, H_i2t and their mean, each [B, h, w], for B phrases on a photo. Zero-shot: `gbs` undefined, `mean` H_i2t.
struct PhraseMaps {
    torch::Tensor gbs, i2t, mean;
    /// Of the text and the cells of each level of the photo, not mirrored, [B, h_i * w_i]. Empty if the model's
    /// attenuation needs the whole decoder.
    std::vector<torch::Tensor> cosines;
};

/// What the phrases on a photo share.
struct PhotoFeatures {
    std::vector<torch::Tensor>
        e;  ///< E^i [V, C_i, h_i, w_i], or, with `decoder`, E^i / ||E^i|| [V, C_i, h_i, w_i]
    std::optional<PhraseDecoder::Photo> decoder;

    std::size_t bytes() const;
};

/// Computes maps with a model, with the blur and mirroring in its options and without gradients. The model must be in
/// evaluation mode and must not change. May be used by several threads.
class MapInference {
 public:
    explicit MapInference(GroundingModel model);
    /// e: of `encode_views`.
    PhotoFeatures prepare(const std::vector<torch::Tensor>& e) const;
    /// w: W^1..W^n of the phrases, [B, C_i].
    PhraseMaps maps(const PhotoFeatures& photo, const std::vector<torch::Tensor>& w) const;

 private:
    torch::Tensor decode_once(const PhotoFeatures& photo, const std::vector<torch::Tensor>& w,
                              std::vector<torch::Tensor>& of_photo) const;
    torch::Tensor decode_each(const PhotoFeatures& photo, const std::vector<torch::Tensor>& w) const;

    mutable GroundingModel model_;
    std::shared_ptr<const PhraseDecoder>
        decoder_;  ///< null if the model's attenuation needs the whole decoder
};

/// Converts the maps to one Grounding per phrase, with `milliseconds` 0.
std::vector<Grounding> to_groundings(const PhraseMaps& maps, std::span<const std::string> phrases);

}  // namespace gbs
