// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/encoders/described_encoder.h"
#include "core/encoders/resnet_layers.h"
#include "core/tensor/fused_convolution.h"

namespace gbs {

/// ResNet's bottleneck block with CLIP's change: it shrinks by averaging, before the last convolution and in the shortcut.
class ClipBottleneck : public torch::nn::Module {
 public:
    static constexpr int expansion = 4;
    ClipBottleneck(int channels_in, int width, int stride);
    torch::Tensor forward(const torch::Tensor& x);

 private:
    int stride_;
    FusedConvolution reduce_, filter_, expand_, downsample_;
};

/// CLIP's ResNet-50 (Radford et al. 2021): a stem of three convolutions, averaging in place of strides, and attention in
/// place of the last average. Parameter names are those of OpenAI and OpenCLIP without `visual.`: `conv3.weight`,
/// `layer1.0.bn3.running_mean`, `attnpool.v_proj.weight`, ...
///
/// E^1 (stride 32) lies in the space that images share with texts: layer4, each cell through the values and the output of
/// the attention, as if the query attended to it alone, without positions, as in MaskCLIP (Zhou et al., ECCV 2022). E^2 is
/// layer3 (stride 16), E^3 layer2 (stride 8), each after the last ReLU. Sides that do not divide are rounded down, after
/// the first convolution up.
class ClipResNet50 final : public DescribedEncoder {
 public:
    ClipResNet50(const std::string& name, int levels);
    std::vector<torch::Tensor> forward(const torch::Tensor& images) override;

 private:
    std::vector<FusedConvolution> stem_;
    ResNetLayers<ClipBottleneck> layers_;
    torch::nn::Linear value_{nullptr}, output_{nullptr};
};

}  // namespace gbs
