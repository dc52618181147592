// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/encoders/described_encoder.h"
#include "core/encoders/resnet_layers.h"
#include "core/tensor/fused_convolution.h"

namespace gbs {

/// ResNet's bottleneck block: three convolutions (1x1, 3x3, 1x1) with batch norm and a shortcut. The stride
/// is in the 3x3 convolution, as in torchvision and timm, not in the first 1x1 as in the 2015 paper.
class Bottleneck : public torch::nn::Module {
 public:
    static constexpr int expansion = 4;
    Bottleneck(int channels_in, int width, int stride);
    torch::Tensor forward(const torch::Tensor& x);

 private:
    FusedConvolution reduce_, filter_, expand_, downsample_;
};

/// ResNet-50 without classifier. Parameter names are those of torchvision and timm: `conv1.weight`,
/// `layer1.0.bn3.running_mean`, `layer2.0.downsample.0.weight`, ...
///
/// E^1 is layer4 (stride 32), E^2 layer3 (stride 16), E^3 layer2 (stride 8), each after the last ReLU. E^i
/// has ceil(S / stride) cells per side.
class ResNet50 final : public DescribedEncoder {
 public:
    ResNet50(const std::string& name, int levels);
    std::vector<torch::Tensor> forward(const torch::Tensor& images) override;

 private:
    FusedConvolution stem_;
    ResNetLayers<Bottleneck> layers_;
};

}  // namespace gbs
