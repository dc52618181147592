// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/encoders/described_encoder.h"

namespace gbs {

/// The options of a Vision Transformer. All have 12 blocks and heads of 64 channels.
struct VitOptions {
    std::string name;
    int patch = 16;            ///< patch size in pixels
    int grid = 14;             ///< patches per side of the position embeddings
    int width = 384;           ///< channels per token
    bool layer_scale = false;  ///< DINOv2: scale each branch by a learned gain
    std::vector<double> mean, std;
};

/// A block of a Vision Transformer: attention and MLP, each with a LayerNorm before it and a skip connection.
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
    torch::Tensor gamma1_, gamma2_;  ///< [width]; undefined without layer scale
};

/// A Vision Transformer without classifier, plain (ViT) or DINOv2. Parameter names are those of timm and
/// DINOv2: `cls_token`, `pos_embed`, `patch_embed.proj.weight`, `blocks.0.attn.qkv.weight`,
/// `blocks.0.ls1.gamma`, `norm.weight`, ...
///
/// A transformer has a single grid size, so its levels are depths: E^1 holds the tokens after block 12, E^2
/// after block 9, E^3 after block 6, each after the final LayerNorm, reshaped to the grid and without the
/// class token, as returned by `get_intermediate_layers(n=[5, 8, 11], reshape=True, norm=True)`. The stride
/// is the patch size.
///
/// Accepts any input size: pads the right and bottom edges with the mean color to full patches, and
/// resizes the position embeddings bicubically with antialiasing, as timm does with dynamic_img_size
/// and dynamic_img_pad. (DINOv2's own code resizes without antialiasing and shifts the grid by a tenth
/// of a cell.)
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
