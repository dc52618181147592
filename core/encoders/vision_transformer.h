// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/encoders/described_encoder.h"

namespace gbs {

/// What tells one Vision Transformer from another; all have 12 blocks and heads of 64 channels.
struct VitOptions {
    std::string name;
    int patch = 16;            ///< side of a patch in pixels
    int grid = 14;             ///< patches a side that the position embeddings were trained on
    int width = 384;           ///< channels of a token
    bool layer_scale = false;  ///< DINOv2: each branch is multiplied by a learned gain
    std::vector<double> mean, std;
};

/// One block of a Vision Transformer: attention and a perceptron, each after a LayerNorm and beside a skip.
class VitBlock : public torch::nn::Module {
 public:
    explicit VitBlock(const VitOptions& options);
    /// [B, T, width] -> the same shape.
    torch::Tensor forward(const torch::Tensor& tokens);

 private:
    torch::Tensor attend(const torch::Tensor& x);

    std::int64_t heads_;
    torch::nn::LayerNorm norm1_{nullptr}, norm2_{nullptr};
    torch::nn::Linear qkv_{nullptr}, proj_{nullptr}, fc1_{nullptr}, fc2_{nullptr};
    torch::Tensor gamma1_, gamma2_;  ///< [width], where the layers are scaled
};

/// A Vision Transformer without its classifier, plain ("vit-s16", "vit-b16") or DINOv2's ("dinov2-s14",
/// "dinov2-b14"). Parameters have the names of timm and of DINOv2's own files: `cls_token`, `pos_embed`,
/// `patch_embed.proj.weight`, `blocks.0.attn.qkv.weight`, `blocks.0.ls1.gamma`, `norm.weight`, ...
///
/// A transformer keeps one size of grid, so the levels are depths: E^1 are the tokens after block 12, E^2
/// after block 9, E^3 after block 6, each after the final LayerNorm and laid out on the grid, without the
/// class token (what `get_intermediate_layers(n=[5, 8, 11], reshape=True, norm=True)` returns). All have the
/// stride of a patch.
///
/// Any size of input: the right and lower edge are padded with the mean colour to whole patches, and the
/// position embeddings go to the new grid bicubically with antialiasing, as timm does with dynamic_img_size
/// and dynamic_img_pad. (DINOv2's own code resizes them without antialiasing and moves them by a tenth of a
/// cell.)
class VisionTransformer final : public DescribedEncoder {
 public:
    VisionTransformer(const VitOptions& options, int levels);
    std::vector<torch::Tensor> forward(const torch::Tensor& images) override;

 private:
    /// [1, 1 + h * w, width]
    torch::Tensor positions(std::int64_t h, std::int64_t w) const;

    VitOptions options_;
    torch::nn::Conv2d proj_{nullptr};
    torch::Tensor cls_token_, pos_embed_;
    std::vector<std::shared_ptr<VitBlock>> blocks_;
    torch::nn::LayerNorm norm_{nullptr};
};

}  // namespace gbs
