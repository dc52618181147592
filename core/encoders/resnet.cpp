// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/resnet.h"

#include <algorithm>

namespace gbs {

Bottleneck::Bottleneck(int channels_in, int width, int stride) {
    const int channels_out = width * expansion;
    const auto step = [&](const std::string& number, torch::nn::Conv2d convolution, int channels,
                          Activation activation) {
        return FusedConvolution(register_module("conv" + number, convolution),
                                register_module("bn" + number, BatchNorm(channels)), activation);
    };
    reduce_ = step("1", convolution(channels_in, width, 1), width, Activation::relu);
    filter_ = step("2", convolution(width, width, 3, stride), width, Activation::relu);
    expand_ = step("3", convolution(width, channels_out, 1), channels_out, Activation::relu);
    if (stride == 1 && channels_in == channels_out) return;
    auto downsample = register_module("downsample", std::make_shared<torch::nn::Module>("downsample"));
    downsample_ =
        FusedConvolution(downsample->register_module("0", convolution(channels_in, channels_out, 1, stride)),
                         downsample->register_module("1", BatchNorm(channels_out)), Activation::none);
}

torch::Tensor Bottleneck::forward(const torch::Tensor& x) {
    return expand_(filter_(reduce_(x)), downsample_ ? downsample_(x) : x);
}

ResNet50::ResNet50(const std::string& name, int levels)
    : DescribedEncoder({name, {32, 16, 8}, {2048, 1024, 512}, imagenet_mean, imagenet_std}, levels) {
    stem_ = FusedConvolution(register_module("conv1", convolution(3, 64, 7, 2)),
                             register_module("bn1", BatchNorm(64)), Activation::relu);
    layers_ = make_layers<Bottleneck>(*this, 64);
}

std::vector<torch::Tensor> ResNet50::forward(const torch::Tensor& images) {
    std::vector<torch::Tensor> features;
    torch::Tensor x = stem_(normalize(images));
    x = torch::max_pool2d(x, 3, 2, 1);
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        for (auto& block : layers_[i]) x = block->forward(x);
        if (i + levels() >= layers_.size()) features.push_back(x);
    }
    std::ranges::reverse(features);
    return features;
}

}  // namespace gbs
