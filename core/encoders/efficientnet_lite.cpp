// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/efficientnet_lite.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/tensor/same_padding.h"

namespace gbs {
namespace {

struct Stage {
    int repeats, kernel, stride, expansion, in_channels, out_channels;
};

/// The stages of EfficientNet-Lite0, scaled by the other variants.
constexpr std::array<Stage, 7> stages{{{1, 3, 1, 1, 32, 16},
                                       {2, 3, 2, 6, 16, 24},
                                       {2, 5, 2, 6, 24, 40},
                                       {3, 3, 2, 6, 40, 80},
                                       {3, 5, 1, 6, 80, 112},
                                       {4, 5, 2, 6, 112, 192},
                                       {1, 3, 1, 6, 192, 320}}};
constexpr int stem_channels = 32;
constexpr int head_channels = 1280;

/// Rounds to a multiple of 8, by at most 10 % down.
int scale_channels(int channels, double width) {
    const double scaled = channels * width;
    int rounded = std::max(8, static_cast<int>(scaled + 4) / 8 * 8);
    if (rounded < 0.9 * scaled) rounded += 8;
    return rounded;
}

torch::nn::Conv2d convolution(int in, int out, int kernel, int stride = 1, int groups = 1) {
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).stride(stride).groups(groups).bias(false));
}

BatchNorm batch_norm(int channels) {
    return BatchNorm(torch::nn::BatchNorm2dOptions(channels).eps(1e-3).momentum(0.01));
}

/// In-place ReLU6. Safe on the output of a batch norm, which does not need its output for the backward pass.
torch::Tensor clip_to_6(torch::Tensor x) {
    return torch::hardtanh_(x, 0, 6);
}

/// ReLU6(BN(1x1 convolution)). During inference the norm is folded into the convolution: on these wide
/// tensors, an extra pass costs as much as the convolution.
torch::Tensor pointwise(torch::nn::Conv2d& layer, BatchNorm& norm, const torch::Tensor& x) {
    if (norm->is_training() || torch::GradMode::is_enabled())
        return clip_to_6(norm(torch::conv2d(x, layer->weight)));
    const auto scale = norm->weight / (norm->running_var + norm->options.eps()).sqrt();
    const auto weight = layer->weight * scale.view({-1, 1, 1, 1});
    return clip_to_6(torch::conv2d(x, weight, norm->bias - norm->running_mean * scale));
}

}  // namespace

MBConvBlock::MBConvBlock(int in_channels, int out_channels, int kernel, int stride, int expansion)
    : expanded_channels_(in_channels * expansion),
      stride_(stride),
      skip_(stride == 1 && in_channels == out_channels) {
    if (expansion != 1) {
        expand_conv_ = register_module("_expand_conv", convolution(in_channels, expanded_channels_, 1));
        bn0_ = register_module("_bn0", batch_norm(expanded_channels_));
    }
    depthwise_conv_ = register_module("_depthwise_conv", convolution(expanded_channels_, expanded_channels_,
                                                                     kernel, stride, expanded_channels_));
    bn1_ = register_module("_bn1", batch_norm(expanded_channels_));
    project_conv_ = register_module("_project_conv", convolution(expanded_channels_, out_channels, 1));
    bn2_ = register_module("_bn2", batch_norm(out_channels));
}

torch::Tensor MBConvBlock::expand(const torch::Tensor& x) {
    return expand_conv_ ? pointwise(expand_conv_, bn0_, x) : x;
}

torch::Tensor MBConvBlock::finish(const torch::Tensor& x, const torch::Tensor& expanded) {
    const auto filtered = clip_to_6(bn1_(convolve_same(depthwise_conv_, expanded)));
    const auto projected = bn2_(convolve_same(project_conv_, filtered));
    return skip_ ? projected + x : projected;
}

EfficientNetLite::EfficientNetLite(std::string name, double width, double depth, int levels)
    : name_(std::move(name)) {
    conv_stem_ = register_module("_conv_stem", convolution(3, stem_channels, 3, 2));
    bn0_ = register_module("_bn0", batch_norm(stem_channels));

    auto list = register_module("_blocks", torch::nn::ModuleList());
    int channels = stem_channels;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Stage& stage = stages[i];
        const bool fixed = i == 0 || i + 1 == stages.size();
        const int repeats = fixed ? stage.repeats : static_cast<int>(std::ceil(stage.repeats * depth));
        const int out_channels = scale_channels(stage.out_channels, width);
        for (int r = 0; r < repeats; ++r) {
            blocks_.push_back(std::make_shared<MBConvBlock>(channels, out_channels, stage.kernel,
                                                            r == 0 ? stage.stride : 1, stage.expansion));
            list->push_back(blocks_.back());
            channels = out_channels;
        }
    }
    conv_head_ = register_module("_conv_head", convolution(channels, head_channels, 1));
    bn1_ = register_module("_bn1", batch_norm(head_channels));

    strides_ = {32};
    channels_ = {head_channels};
    for (std::size_t i = blocks_.size(); i-- > 0 && static_cast<int>(strides_.size()) < levels;) {
        if (blocks_[i]->stride() != 2) continue;
        strides_.push_back(strides_.back() / 2);
        channels_.push_back(blocks_[i]->expanded_channels());
        tapped_blocks_.insert(tapped_blocks_.begin(), i);
    }
}

template <typename Tap>
torch::Tensor EfficientNetLite::run_blocks(const torch::Tensor& images, Tap tap) {
    auto x = ((images - mean().front()) / std().front()).contiguous(torch::MemoryFormat::ChannelsLast);
    x = clip_to_6(bn0_(convolve_same(conv_stem_, x)));
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        const auto expanded = blocks_[i]->expand(x);
        if (std::ranges::find(tapped_blocks_, i) != tapped_blocks_.end()) tap(x, expanded);
        x = blocks_[i]->finish(x, expanded);
    }
    return x;
}

std::vector<torch::Tensor> EfficientNetLite::forward(const torch::Tensor& images) {
    std::vector<torch::Tensor> features;
    const auto last =
        run_blocks(images, [&](const auto&, const auto& expanded) { features.push_back(expanded); });
    features.push_back(pointwise(conv_head_, bn1_, last));
    std::ranges::reverse(features);
    return features;
}

std::vector<torch::Tensor> EfficientNetLite::bottlenecks(const torch::Tensor& images) {
    std::vector<torch::Tensor> narrow;
    const auto last = run_blocks(images, [&](const auto& input, const auto&) { narrow.push_back(input); });
    narrow.push_back(last);
    std::ranges::reverse(narrow);
    return narrow;
}

std::vector<torch::Tensor> EfficientNetLite::expand(const std::vector<torch::Tensor>& bottlenecks) {
    std::vector<torch::Tensor> features{pointwise(conv_head_, bn1_, bottlenecks[0])};
    for (std::size_t i = 1; i < bottlenecks.size(); ++i)
        features.push_back(blocks_[tapped_blocks_[tapped_blocks_.size() - i]]->expand(bottlenecks[i]));
    return features;
}

}  // namespace gbs
