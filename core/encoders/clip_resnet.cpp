// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/clip_resnet.h"

#include <algorithm>
#include <array>

namespace gbs {
namespace {

constexpr int joint = 1024, stem_width = 64;

torch::Tensor shrink(const torch::Tensor& x, int stride) {
    return stride > 1 ? torch::avg_pool2d(x, stride) : x;
}

}  // namespace

ClipBottleneck::ClipBottleneck(int channels_in, int width, int stride) : stride_(stride) {
    const int channels_out = width * expansion;
    const auto step = [&](const std::string& number, torch::nn::Conv2d convolution, int channels) {
        return FusedConvolution(register_module("conv" + number, convolution),
                                register_module("bn" + number, BatchNorm(channels)), Activation::relu);
    };
    reduce_ = step("1", convolution(channels_in, width, 1), width);
    filter_ = step("2", convolution(width, width, 3), width);
    expand_ = step("3", convolution(width, channels_out, 1), channels_out);
    if (stride == 1 && channels_in == channels_out) return;
    auto downsample = register_module("downsample", std::make_shared<torch::nn::Module>("downsample"));
    downsample_ =
        FusedConvolution(downsample->register_module("0", convolution(channels_in, channels_out, 1)),
                         downsample->register_module("1", BatchNorm(channels_out)), Activation::none);
}

torch::Tensor ClipBottleneck::forward(const torch::Tensor& x) {
    const torch::Tensor inner = shrink(filter_(reduce_(x)), stride_);
    return expand_(inner, downsample_ ? downsample_(shrink(x, stride_)) : x);
}

ClipResNet50::ClipResNet50(const std::string& name, int levels)
    : DescribedEncoder({name, {32, 16, 8}, {joint, 1024, 512}, clip_mean, clip_std}, levels) {
    constexpr std::array<int, 4> stem_channels{3, stem_width / 2, stem_width / 2, stem_width};
    for (std::size_t i = 1; i < stem_channels.size(); ++i) {
        const std::string number = std::to_string(i);
        stem_.emplace_back(register_module("conv" + number, convolution(stem_channels[i - 1],
                                                                        stem_channels[i], 3, i == 1 ? 2 : 1)),
                           register_module("bn" + number, BatchNorm(stem_channels[i])), Activation::relu);
    }
    layers_ = make_layers<ClipBottleneck>(*this, stem_width);
    constexpr int channels = 512 * ClipBottleneck::expansion;
    auto attention = register_module("attnpool", std::make_shared<torch::nn::Module>("attnpool"));
    value_ = attention->register_module("v_proj", torch::nn::Linear(channels, channels));
    output_ = attention->register_module("c_proj", torch::nn::Linear(channels, joint));
}

std::vector<torch::Tensor> ClipResNet50::forward(const torch::Tensor& images) {
    std::vector<torch::Tensor> features;
    torch::Tensor x = normalize(images);
    for (FusedConvolution& step : stem_) x = step(x);
    x = torch::avg_pool2d(x, 2);
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        for (auto& block : layers_[i]) x = block->forward(x);
        if (i + levels() >= layers_.size()) features.push_back(x);
    }
    const torch::Tensor cells = features.back().permute({0, 2, 3, 1});
    features.back() = output_(value_(cells)).permute({0, 3, 1, 2});
    std::ranges::reverse(features);
    return features;
}

}  // namespace gbs
