// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/encoders/image_encoder.h"
#include "core/tensor/fused_convolution.h"
#include "core/tensor/torch.h"

namespace gbs {

/// A block of EfficientNet-Lite: expansion (1x1), depthwise convolution, projection (1x1), and a skip
/// connection if the shape is preserved. Lite has no squeeze-and-excitation and uses ReLU6 instead of swish.
class MBConvBlock : public torch::nn::Module {
 public:
    MBConvBlock(int in_channels, int out_channels, int kernel, int stride, int expansion);

    /// [B, C, h, w] -> [B, C * expansion, h, w] after batch norm and ReLU6; `x` itself if expansion is 1.
    torch::Tensor expand(const torch::Tensor& x);
    /// The output of the block, given its input and `expand(input)`.
    torch::Tensor finish(const torch::Tensor& x, const torch::Tensor& expanded);

    int expanded_channels() const { return expanded_channels_; }
    int stride() const { return stride_; }

 private:
    int expanded_channels_;
    int stride_;
    bool skip_;
    FusedConvolution expand_, filter_, project_;
};

/// EfficientNet-Lite (TensorFlow, 2020) without classifier. Parameter names are those of the Python package
/// efficientnet_lite_pytorch: `_conv_stem.weight`, `_bn0.weight`, `_blocks.1._expand_conv.weight`, ...
///
/// E^1 is the head with 1280 channels at stride 32. E^2 (stride 16) and E^3 (stride 8) are the expansions,
/// after ReLU6, of the block that reduces that size: the widest features at that stride.
///
/// Convolutions use TensorFlow's "SAME" padding computed from the input size. Any side works: E^i has ceil(S
/// / stride) cells per side; multiples of 32 align the levels. (The Python package fixes its padding for one
/// input size.)
///
/// To freeze it, set requires_grad to false on the parameters and call eval(), so that batch norm keeps its
/// statistics. The stochastic depth of the original training is omitted.
class EfficientNetLite final : public ImageEncoder {
 public:
    /// `width` scales the channels and `depth` the number of blocks, except in the stem, the head, and the
    /// first and last stage.
    EfficientNetLite(std::string name, double width, double depth, int levels);

    std::string name() const override { return name_; }
    std::vector<int> strides() const override { return strides_; }
    std::vector<int> channels() const override { return channels_; }
    std::vector<double> mean() const override { return {127, 127, 127}; }
    std::vector<double> std() const override { return {128, 128, 128}; }
    std::vector<torch::Tensor> forward(const torch::Tensor& images) override;
    /// The inputs of the tapped expansions and of the head: a fifth of their size.
    std::vector<torch::Tensor> bottlenecks(const torch::Tensor& images) override;
    std::vector<torch::Tensor> expand(const std::vector<torch::Tensor>& bottlenecks) override;

 private:
    /// Runs the blocks; calls `tap` with the input and expansion of each tapped block. Returns the input of
    /// the head.
    template <typename Tap>
    torch::Tensor run_blocks(const torch::Tensor& images, Tap tap);

    std::string name_;
    std::vector<int> strides_;
    std::vector<int> channels_;
    std::vector<std::size_t> tapped_blocks_;  ///< blocks with the expansions E^n..E^2, finest first
    std::vector<std::shared_ptr<MBConvBlock>> blocks_;
    FusedConvolution stem_, head_;
};

}  // namespace gbs
