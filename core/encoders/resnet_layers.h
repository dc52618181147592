// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/tensor/torch.h"

// What ResNet-50 and CLIP's share.
namespace gbs {

/// Without bias, padded so that the size stays but for the stride.
inline torch::nn::Conv2d convolution(int in, int out, int kernel, int stride = 1) {
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
}

template <typename Block>
using ResNetLayers = std::vector<std::vector<std::shared_ptr<Block>>>;

/// ResNet-50's layer1 to layer4, registered in `owner`: 3, 4, 6 and 3 blocks, constructed with their input channels, width and
/// stride. The first one has `channels` input channels; widths are 64, 128, 256 and 512.
template <typename Block>
ResNetLayers<Block> make_layers(torch::nn::Module& owner, int channels) {
    constexpr std::array<int, 4> repeats{3, 4, 6, 3};
    ResNetLayers<Block> layers;
    int width = 64;
    for (std::size_t i = 0; i < repeats.size(); ++i, width *= 2) {
        auto list = owner.register_module("layer" + std::to_string(i + 1), torch::nn::ModuleList());
        auto& layer = layers.emplace_back();
        for (int r = 0; r < repeats[i]; ++r) {
            layer.push_back(std::make_shared<Block>(channels, width, i > 0 && r == 0 ? 2 : 1));
            list->push_back(layer.back());
            channels = width * Block::expansion;
        }
    }
    return layers;
}

}  // namespace gbs
