// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/encoders/described_encoder.h"

namespace gbs {

enum class VitKind { plain, dinov2, clip, siglip };

/// The options of a Vision Transformer. All have 12 blocks and heads of 64 channels.
struct VitOptions {
    std::string name;
    VitKind kind = VitKind::plain;
    int patch = 16;   ///< patch size in pixels
    int grid = 14;    ///< patches per side of the position embeddings
    int width = 384;  ///< channels per token
    int joint = 0;    ///< CLIP and SigLIP: channels of the space that images share with texts
    std::vector<double> mean, std;
};

/// A block of a Vision Transformer: attention and MLP, each with a LayerNorm before it and a skip connection.
class VitBlock : public torch::nn::Module {
 public:
    explicit VitBlock(const VitOptions& options);
    /// [B, T, width] -> the same shape.
    torch::Tensor forward(const torch::Tensor& tokens);
    /// The same as if each token attended to itself alone.
    torch::Tensor forward_alone(const torch::Tensor& tokens);

 private:
    torch::Tensor attend(const torch::Tensor& x);
    torch::Tensor finish(const torch::Tensor& tokens, const torch::Tensor& attended);

    std::int64_t heads_;
    VitKind kind_;
    torch::nn::LayerNorm norm1_{nullptr}, norm2_{nullptr};
    torch::nn::Linear qkv_{nullptr}, proj_{nullptr}, fc1_{nullptr}, fc2_{nullptr};
    torch::Tensor gamma1_, gamma2_;  ///< [width]; undefined without layer scale
};

/// The head of SigLIP, which gathers the tokens of an image by attention and applies an MLP, without its query.
class AttentionPool : public torch::nn::Module {
 public:
    explicit AttentionPool(const VitOptions& options);
    /// [B, T, width] -> the same shape, for each token as if it alone were attended to.
    torch::Tensor forward_alone(const torch::Tensor& tokens);

 private:
    torch::nn::Linear kv_{nullptr}, proj_{nullptr}, fc1_{nullptr}, fc2_{nullptr};
    torch::nn::LayerNorm norm_{nullptr};
};

/// A Vision Transformer without classifier, plain (ViT), DINOv2, CLIP or SigLIP. Parameter names are those of timm and
/// DINOv2: `cls_token`, `pos_embed`, `patch_embed.proj.weight`, `blocks.0.attn.qkv.weight`,
/// `blocks.0.ls1.gamma`, `norm.weight`, ...
///
/// A transformer has a single grid size, so its levels are depths: E^1 holds the tokens after block 12, E^2
/// after block 9, E^3 after block 6, each after the final LayerNorm, reshaped to the grid and without the
/// class token, as returned by `get_intermediate_layers(n=[5, 8, 11], reshape=True, norm=True)`. The stride
/// is the patch size.
///
/// CLIP has a LayerNorm before the first block, "quick" GELU (x sigmoid(1.702 x)) and a projection to
/// the space of its texts, `head.weight`. Its E^1 lies in that space: in the last block each token attends to itself alone
/// (the value path), then norm and projection, as in MaskCLIP (Zhou et al., ECCV 2022), which keeps places apart that
/// attention mixes. E^2 and E^3 are as above. Names are timm's.
///
/// SigLIP (Zhai et al., ICCV 2023) has no class token, GELU by tanh, and gathers its tokens by attention with a learned query.
/// Its E^1 lies in the space of its texts: each token passes the head as if the query attended to it alone. E^2 and E^3 are
/// as above. Names are timm's.
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
    /// [1, h * w, width], with the class token's first where there is one
    torch::Tensor positions(std::int64_t h, std::int64_t w) const;

    VitOptions options_;
    torch::nn::Conv2d proj_{nullptr};
    torch::Tensor cls_token_, pos_embed_;
    std::vector<std::shared_ptr<VitBlock>> blocks_;
    torch::nn::LayerNorm norm_pre_{nullptr}, norm_{nullptr};
    torch::nn::Linear head_{nullptr};
    std::shared_ptr<AttentionPool> attn_pool_;
};

}  // namespace gbs
