// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/vision_transformer.h"

#include <algorithm>

namespace gbs {
namespace {

constexpr int depth = 12;
constexpr int blocks_between_levels = 3;
constexpr int head_width = 64;

torch::nn::LayerNorm layer_norm(const VitOptions& options) {
    const double epsilon = options.kind == VitKind::clip ? 1e-5 : 1e-6;
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({options.width}).eps(epsilon));
}

EncoderDescription description(const VitOptions& options) {
    const int first = options.joint > 0 ? options.joint : options.width;
    return {options.name,
            std::vector<int>(3, options.patch),
            {first, options.width, options.width},
            options.mean,
            options.std};
}

torch::Tensor gelu(const torch::Tensor& x, VitKind kind) {
    if (kind == VitKind::clip) return x * torch::sigmoid(1.702 * x);
    return torch::gelu(x, kind == VitKind::siglip ? "tanh" : "none");
}

}  // namespace

VitBlock::VitBlock(const VitOptions& options) : heads_(options.width / head_width), kind_(options.kind) {
    const int width = options.width;
    norm1_ = register_module("norm1", layer_norm(options));
    auto attention = register_module("attn", std::make_shared<torch::nn::Module>("attn"));
    qkv_ = attention->register_module("qkv", torch::nn::Linear(width, 3 * width));
    proj_ = attention->register_module("proj", torch::nn::Linear(width, width));
    norm2_ = register_module("norm2", layer_norm(options));
    auto mlp = register_module("mlp", std::make_shared<torch::nn::Module>("mlp"));
    fc1_ = mlp->register_module("fc1", torch::nn::Linear(width, 4 * width));
    fc2_ = mlp->register_module("fc2", torch::nn::Linear(4 * width, width));
    if (kind_ != VitKind::dinov2) return;
    auto scale1 = register_module("ls1", std::make_shared<torch::nn::Module>("ls1"));
    auto scale2 = register_module("ls2", std::make_shared<torch::nn::Module>("ls2"));
    gamma1_ = scale1->register_parameter("gamma", torch::ones({width}));
    gamma2_ = scale2->register_parameter("gamma", torch::ones({width}));
}

torch::Tensor VitBlock::attend(const torch::Tensor& x) {
    // [B, T, 3 * width] -> queries, keys and values, each [B, heads, T, head_width]
    const torch::Tensor parts =
        qkv_(x).view({x.size(0), x.size(1), 3, heads_, head_width}).permute({2, 0, 3, 1, 4});
    const torch::Tensor mixed = at::scaled_dot_product_attention(parts[0], parts[1], parts[2]);
    return proj_(mixed.transpose(1, 2).reshape(x.sizes()));
}

torch::Tensor VitBlock::finish(const torch::Tensor& tokens, const torch::Tensor& attended) {
    const torch::Tensor x = tokens + (gamma1_.defined() ? attended * gamma1_ : attended);
    const torch::Tensor branch = fc2_(gelu(fc1_(norm2_(x)), kind_));
    return x + (gamma2_.defined() ? branch * gamma2_ : branch);
}

torch::Tensor VitBlock::forward(const torch::Tensor& tokens) {
    return finish(tokens, attend(norm1_(tokens)));
}

torch::Tensor VitBlock::forward_alone(const torch::Tensor& tokens) {
    return finish(tokens, proj_(qkv_(norm1_(tokens)).chunk(3, -1)[2]));
}

AttentionPool::AttentionPool(const VitOptions& options) {
    const int width = options.width;
    kv_ = register_module("kv", torch::nn::Linear(width, 2 * width));
    proj_ = register_module("proj", torch::nn::Linear(width, width));
    norm_ = register_module("norm", layer_norm(options));
    auto mlp = register_module("mlp", std::make_shared<torch::nn::Module>("mlp"));
    fc1_ = mlp->register_module("fc1", torch::nn::Linear(width, 4 * width));
    fc2_ = mlp->register_module("fc2", torch::nn::Linear(4 * width, width));
}

torch::Tensor AttentionPool::forward_alone(const torch::Tensor& tokens) {
    const torch::Tensor x = proj_(kv_(tokens).chunk(2, -1)[1]);
    return x + fc2_(gelu(fc1_(norm_(x)), VitKind::siglip));
}

VisionTransformer::VisionTransformer(const VitOptions& options, int levels)
    : DescribedEncoder(description(options), levels), options_(options) {
    const int width = options.width;
    const bool clip = options.kind == VitKind::clip, siglip = options.kind == VitKind::siglip;
    if (!siglip) cls_token_ = register_parameter("cls_token", torch::randn({1, 1, width}) * 1e-6);
    const int places = options.grid * options.grid + (siglip ? 0 : 1);
    pos_embed_ = register_parameter("pos_embed", torch::randn({1, places, width}) * 0.02);
    auto patches = register_module("patch_embed", std::make_shared<torch::nn::Module>("patch_embed"));
    proj_ = patches->register_module(
        "proj", torch::nn::Conv2d(
                    torch::nn::Conv2dOptions(3, width, options.patch).stride(options.patch).bias(!clip)));
    if (clip) norm_pre_ = register_module("norm_pre", layer_norm(options));
    auto list = register_module("blocks", torch::nn::ModuleList());
    for (int i = 0; i < depth; ++i) {
        blocks_.push_back(std::make_shared<VitBlock>(options));
        list->push_back(blocks_.back());
    }
    norm_ = register_module("norm", layer_norm(options));
    if (clip)
        head_ = register_module(
            "head", torch::nn::Linear(torch::nn::LinearOptions(width, options.joint).bias(false)));
    if (siglip) attn_pool_ = register_module("attn_pool", std::make_shared<AttentionPool>(options));
}

torch::Tensor VisionTransformer::positions(std::int64_t h, std::int64_t w) const {
    const std::int64_t grid = options_.grid, first = pos_embed_.size(1) - grid * grid;
    if (h == grid && w == grid) return pos_embed_;
    const torch::Tensor old =
        pos_embed_.narrow(1, first, grid * grid).view({1, grid, grid, -1}).permute({0, 3, 1, 2});
    namespace F = torch::nn::functional;
    const auto how = F::InterpolateFuncOptions()
                         .size(std::vector<std::int64_t>{h, w})
                         .mode(torch::kBicubic)
                         .align_corners(false)
                         .antialias(true);
    const torch::Tensor resized = F::interpolate(old, how).permute({0, 2, 3, 1}).reshape({1, h * w, -1});
    return torch::cat({pos_embed_.narrow(1, 0, first), resized}, 1);
}

std::vector<torch::Tensor> VisionTransformer::forward(const torch::Tensor& images) {
    const std::int64_t patch = options_.patch;
    const auto missing = [&](std::int64_t side) { return (patch - side % patch) % patch; };
    const torch::Tensor padded = torch::constant_pad_nd(
        normalize(images), {0, missing(images.size(3)), 0, missing(images.size(2))}, 0);
    const torch::Tensor patches = proj_(padded);
    const std::int64_t h = patches.size(2), w = patches.size(3);
    torch::Tensor x = patches.flatten(2).transpose(1, 2);
    if (cls_token_.defined()) x = torch::cat({cls_token_.expand({images.size(0), -1, -1}), x}, 1);
    x = x + positions(h, w);
    if (norm_pre_) x = norm_pre_(x);
    std::vector<torch::Tensor> features;
    const auto add = [&](const torch::Tensor& tokens) {
        features.push_back(
            tokens.narrow(1, tokens.size(1) - h * w, h * w).transpose(1, 2).reshape({x.size(0), -1, h, w}));
    };
    for (int i = 0; i < depth; ++i) {
        const auto& block = blocks_[static_cast<std::size_t>(i)];
        const int left = depth - 1 - i;
        if (left == 0 && head_) {
            add(head_(norm_(block->forward_alone(x))));
            break;
        }
        x = block->forward(x);
        if (left == 0 && attn_pool_) {
            add(attn_pool_->forward_alone(norm_(x)));
            break;
        }
        if (left % blocks_between_levels == 0 && left / blocks_between_levels < static_cast<int>(levels()))
            add(norm_(x));
    }
    std::ranges::reverse(features);
    return features;
}

}  // namespace gbs
