// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/vgg.h"

#include <torch/nn/init.h>

#include <algorithm>

namespace gbs {
namespace {

/// Without batch norm, 13 layers preserve the scale of signals only with He initialization.
torch::nn::Conv2d convolution(int in, int out) {
    torch::nn::Conv2d layer(torch::nn::Conv2dOptions(in, out, 3).padding(1));
    torch::nn::init::kaiming_normal_(layer->weight, 0, torch::kFanOut, torch::kReLU);
    torch::nn::init::zeros_(layer->bias);
    return layer;
}

}  // namespace

Vgg16::Vgg16(const std::string& name, int levels)
    : DescribedEncoder({name, {16, 8, 4}, {512, 512, 256}, imagenet_mean, imagenet_std}, levels) {
    struct Block {
        int convolutions, channels;
    };
    auto features = register_module("features", std::make_shared<torch::nn::Module>("features"));
    int channels = 3, index = 0;
    for (const Block& block : {Block{2, 64}, {2, 128}, {3, 256}, {3, 512}, {3, 512}}) {
        auto& convolutions = blocks_.emplace_back();
        for (int i = 0; i < block.convolutions; ++i) {
            const auto layer =
                features->register_module(std::to_string(index), convolution(channels, block.channels));
            convolutions.emplace_back(layer, BatchNorm(nullptr), Activation::relu);
            channels = block.channels;
            index += 2;  // followed by a ReLU
        }
        ++index;  // followed by a pooling
    }
}

std::vector<torch::Tensor> Vgg16::forward(const torch::Tensor& images) {
    std::vector<torch::Tensor> features;
    torch::Tensor x = normalize(images);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (i > 0) x = torch::max_pool2d(x, 2, 2);
        for (const FusedConvolution& convolution : blocks_[i]) x = convolution(x);
        if (i + levels() >= blocks_.size()) features.push_back(x);
    }
    std::ranges::reverse(features);
    return features;
}

}  // namespace gbs
