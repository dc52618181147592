// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/image/heatmap.h"
#include "core/image/strength_level.h"
#include "core/tensor/safetensors.h"
#include "core/tensor/torch.h"

namespace gbs {

/// What a phrase and the features of a photo have in common, [B, strength_features(channels)]: of each level, the
/// largest, mean, deviation and upper twentieth of the cosines of text and cells, the cosine with the mean cell, the
/// products of the text with the features where the cosine is large and with the mean cell, and the text itself.
/// e: E^1..E^n of a photo, [1, C_i, h_i, w_i], whose length at a cell does not matter; w: W^1..W^n of phrases, [B, C_i].
torch::Tensor strength_inputs(const std::vector<torch::Tensor>& e, const std::vector<torch::Tensor>& w);

/// What the phrases on a photo share of it.
struct StrengthPhoto {
    std::vector<torch::Tensor> cells;  ///< of each level, of unit length: [C_i, h_i * w_i]
    std::vector<torch::Tensor> means;  ///< the mean cell of each level, of unit length: [1, C_i]
};
/// Of the first row of e.
StrengthPhoto prepare_strength(const std::vector<torch::Tensor>& e);
/// cosines: of the text and the cells of each level, [B, h_i * w_i], where they are known.
torch::Tensor strength_inputs(const StrengthPhoto& photo, const std::vector<torch::Tensor>& w,
                              const std::vector<torch::Tensor>& cosines = {});
int strength_input_width(const std::vector<int>& channels);

/// P(the photo shows what the phrase says), a small network on `strength_inputs`. `gbs calibrate` learns it from
/// captions (training/calibration/calibrate.h). Part of a checkpoint as the tensors "strength.*"; models without them
/// have no strength.
class StrengthImpl : public torch::nn::Module {
 public:
    StrengthImpl(int inputs, int hidden);
    /// [B, inputs] -> logits [B].
    torch::Tensor forward(const torch::Tensor& inputs);
    torch::nn::Linear& hidden() { return hidden_; }
    torch::nn::Linear& output() { return output_; }

 private:
    torch::nn::Linear hidden_{nullptr}, output_{nullptr};
};
TORCH_MODULE(Strength);

/// The names of its tensors start with this.
inline constexpr const char* strength_prefix = "strength.";

/// The strength stored under `prefix`, or null if there is none. `channels` are the model's. Throws Error if its
/// tensors do not fit the model.
Strength load_strength(const SafetensorsFile& file, const std::string& prefix,
                       const std::vector<int>& channels);

/// Sets the strength of each grounding; of a photo and its mirror image, the photo counts. w and cosines as above, a row
/// for each grounding. Does nothing without a strength.
void set_strengths(std::span<Grounding> groundings, Strength& strength, const StrengthPhoto& photo,
                   const std::vector<torch::Tensor>& w, const std::vector<torch::Tensor>& cosines);

/// The strength of an ensemble: its logit is the mean of the members' logits. Nothing if a member has none.
std::optional<float> combine_strengths(std::span<const Grounding> members);

}  // namespace gbs
