// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/encoders/image_encoder.h"
#include "core/tensor/batch_norm.h"
#include "core/tensor/torch.h"

namespace gbs {

/// One block of an EfficientNet: expansion (1x1), depthwise convolution, projection (1x1), and a skip where
/// the shape stays. Lite: no squeeze-and-excitation, ReLU6 in place of swish.
class MBConvBlock : public torch::nn::Module {
 public:
    MBConvBlock(int in_channels, int out_channels, int kernel, int stride, int expansion);

    /// [B, C, h, w] -> [B, C * expansion, h, w] after batch norm and ReLU6; `x` itself where nothing is
    /// expanded.
    torch::Tensor expand(const torch::Tensor& x);
    /// The block's output from its input and `expand(input)`.
    torch::Tensor finish(const torch::Tensor& x, const torch::Tensor& expanded);

    int expanded_channels() const { return expanded_channels_; }
    int stride() const { return stride_; }

 private:
    int expanded_channels_;
    int stride_;
    bool skip_;
    torch::nn::Conv2d expand_conv_{nullptr}, depthwise_conv_{nullptr}, project_conv_{nullptr};
    BatchNorm bn0_{nullptr}, bn1_{nullptr}, bn2_{nullptr};
};

/// EfficientNet-Lite (TensorFlow's models of 2020) without its classifier. Parameters have the names of the
/// Python package efficientnet_lite_pytorch: `_conv_stem.weight`, `_bn0.weight`,
/// `_blocks.1._expand_conv.weight`, ...
///
/// E^1 is the head's 1280 channels at stride 32. E^2 (stride 16) and E^3 (stride 8) are the expansions, after
/// ReLU6, of the first block that leaves that stride: the widest features there are at that size.
///
/// Convolutions pad as TensorFlow's "SAME" does, from the size of their input: for an even side and stride 2
/// one more row and column after than before. Any side works; E^i has ceil(S / stride) cells a side, and a
/// multiple of 32 keeps the levels aligned. (The Python package fixes its padding when it is made, for one
/// size.)
///
/// Trainable as a whole. To freeze: requires_grad false on the parameters and eval(), so that batch norm
/// keeps its statistics. Stochastic depth of the original training is left out.
class EfficientNetLite final : public ImageEncoder {
 public:
    /// `width` scales the channels and `depth` the repeats of the blocks; stem, head, first and last stage
    /// keep theirs.
    EfficientNetLite(std::string name, double width, double depth, int levels);

    std::string name() const override { return name_; }
    std::vector<int> strides() const override { return strides_; }
    std::vector<int> channels() const override { return channels_; }
    std::vector<double> mean() const override { return {127, 127, 127}; }
    std::vector<double> std() const override { return {128, 128, 128}; }
    std::vector<torch::Tensor> forward(const torch::Tensor& images) override;
    /// What the tapped expansions and the head are computed from: a fifth of their size.
    std::vector<torch::Tensor> bottlenecks(const torch::Tensor& images) override;
    std::vector<torch::Tensor> expand(const std::vector<torch::Tensor>& bottlenecks) override;

 private:
    /// Runs the blocks; `tap` sees each tapped block's input and expansion. Returns the head's input.
    template <typename Tap>
    torch::Tensor run_blocks(const torch::Tensor& images, Tap tap);

    std::string name_;
    std::vector<int> strides_;
    std::vector<int> channels_;
    std::vector<std::size_t> tapped_blocks_;  ///< whose expansions are E^n..E^2, finest first
    std::vector<std::shared_ptr<MBConvBlock>> blocks_;
    torch::nn::Conv2d conv_stem_{nullptr}, conv_head_{nullptr};
    BatchNorm bn0_{nullptr}, bn1_{nullptr};
};

}  // namespace gbs
