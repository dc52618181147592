// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/efficientnet_lite.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/encoders/unpadded_convolution.h"

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

BatchNorm batch_norm(int channels) {
    return BatchNorm(torch::nn::BatchNorm2dOptions(channels).eps(1e-3).momentum(0.01));
}

}  // namespace

MBConvBlock::MBConvBlock(int in_channels, int out_channels, int kernel, int stride, int expansion)
    : expanded_channels_(in_channels * expansion),
      stride_(stride),
      skip_(stride == 1 && in_channels == out_channels) {
    const auto step = [&](const std::string& convolution_name, const std::string& norm_name,
                          torch::nn::Conv2d convolution, int channels, Activation activation) {
        return FusedConvolution(register_module(convolution_name, convolution),
                                register_module(norm_name, batch_norm(channels)), activation, Padding::same);
    };
    const int wide = expanded_channels_;
    if (expansion != 1)
        expand_ =
            step("_expand_conv", "_bn0", unpadded_convolution(in_channels, wide, 1), wide, Activation::relu6);
    filter_ = step("_depthwise_conv", "_bn1", unpadded_convolution(wide, wide, kernel, stride, wide), wide,
                   Activation::relu6);
    project_ = step("_project_conv", "_bn2", unpadded_convolution(wide, out_channels, 1), out_channels,
                    Activation::none);
}

torch::Tensor MBConvBlock::expand(const torch::Tensor& x) {
    return expand_ ? expand_(x) : x;
}

torch::Tensor MBConvBlock::finish(const torch::Tensor& x, const torch::Tensor& expanded) {
    return project_(filter_(expanded), skip_ ? x : torch::Tensor());
}

EfficientNetLite::EfficientNetLite(std::string name, double width, double depth, int levels)
    : name_(std::move(name)) {
    stem_ = FusedConvolution(register_module("_conv_stem", unpadded_convolution(3, stem_channels, 3, 2)),
                             register_module("_bn0", batch_norm(stem_channels)), Activation::relu6,
                             Padding::same);

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
    head_ = FusedConvolution(register_module("_conv_head", unpadded_convolution(channels, head_channels, 1)),
                             register_module("_bn1", batch_norm(head_channels)), Activation::relu6,
                             Padding::same);

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
    x = stem_(x);
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
    features.push_back(head_(last));
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
    std::vector<torch::Tensor> features{head_(bottlenecks[0])};
    for (std::size_t i = 1; i < bottlenecks.size(); ++i)
        features.push_back(blocks_[tapped_blocks_[tapped_blocks_.size() - i]]->expand(bottlenecks[i]));
    return features;
}

}  // namespace gbs
