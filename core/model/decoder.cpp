// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/decoder.h"

#include <tuple>

namespace gbs {
namespace {

torch::nn::Conv2d convolution(int channels_in, int channels_out, int kernel) {
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(channels_in, channels_out, kernel).padding(kernel / 2).bias(false));
}

/// Weight and bias of the convolution followed by the norm.
std::pair<torch::Tensor, torch::Tensor> fold(const torch::nn::Conv2d& conv, const BatchNorm& norm) {
    const torch::Tensor scale = norm->weight * torch::rsqrt(norm->running_var + norm->options.eps());
    return {conv->weight * scale.view({-1, 1, 1, 1}), norm->bias - norm->running_mean * scale};
}

/// Weight and bias of a 1x1 convolution that does nothing, between as many channels as `like` has.
std::pair<torch::Tensor, torch::Tensor> identity(const torch::Tensor& like) {
    const std::int64_t channels = like.size(0);
    return {torch::eye(channels, like.options()).view({channels, channels, 1, 1}),
            torch::zeros({channels}, like.options())};
}

}  // namespace

// Named like the members of a Sequential, as in stored ResNets.
ShortcutImpl::ShortcutImpl(int channels_in, int channels_out) {
    conv_ = register_module("0", convolution(channels_in, channels_out, 1));
    norm_ = register_module("1", BatchNorm(channels_out));
}

torch::Tensor ShortcutImpl::forward(const torch::Tensor& x) {
    return norm_->forward(conv_->forward(x));
}

std::pair<torch::Tensor, torch::Tensor> ShortcutImpl::folded() const {
    return fold(conv_, norm_);
}

BasicBlockImpl::BasicBlockImpl(int channels_in, int channels_out, bool last) : last_(last) {
    conv1_ = register_module("conv1", convolution(channels_in, channels_out, 3));
    bn1_ = register_module("bn1", BatchNorm(channels_out));
    conv2_ = register_module("conv2", convolution(channels_out, channels_out, 3));
    bn2_ = register_module("bn2", BatchNorm(channels_out));
    if (channels_in != channels_out)
        shortcut_ = register_module("shortcut", Shortcut(channels_in, channels_out));
}

torch::Tensor BasicBlockImpl::forward(const torch::Tensor& x) {
    torch::Tensor y = bn2_->forward(conv2_->forward(torch::relu(bn1_->forward(conv1_->forward(x)))));
    y = y + (shortcut_ ? shortcut_->forward(x) : x);
    return last_ ? y : torch::relu(y);
}

FoldedBlock BasicBlockImpl::folded() const {
    FoldedBlock block;
    std::tie(block.weight1, block.bias1) = fold(conv1_, bn1_);
    std::tie(block.weight2, block.bias2) = fold(conv2_, bn2_);
    if (shortcut_)
        std::tie(block.shortcut, block.shortcut_bias) = shortcut_->folded();
    else
        std::tie(block.shortcut, block.shortcut_bias) = identity(conv2_->weight);
    return block;
}

DecoderImpl::DecoderImpl(const std::vector<int>& channels, int width) {
    const std::size_t n = channels.size();
    for (std::size_t i = 0; i < n; ++i) {
        const bool last = i + 1 == n;
        const int channels_in = channels[i] + (i > 0 ? width : 0);
        blocks_.push_back(
            register_module("blocks_" + std::to_string(i), BasicBlock(channels_in, last ? 1 : width, last)));
    }
}

torch::Tensor DecoderImpl::logits(const std::vector<torch::Tensor>& conditioned) {
    namespace F = torch::nn::functional;
    torch::Tensor out = blocks_[0]->forward(conditioned[0]);
    for (std::size_t i = 1; i < blocks_.size(); ++i) {
        const torch::Tensor& c = conditioned[i];
        const auto options = F::InterpolateFuncOptions()
                                 .size(std::vector<std::int64_t>{c.size(2), c.size(3)})
                                 .mode(torch::kBilinear)
                                 .align_corners(false);
        out = blocks_[i]->forward(torch::cat({c, F::interpolate(out, options)}, 1));
    }
    return out.squeeze(1);
}

std::vector<FoldedBlock> DecoderImpl::folded() const {
    std::vector<FoldedBlock> folded;
    for (const BasicBlock& block : blocks_) folded.push_back(block->folded());
    return folded;
}

torch::Tensor DecoderImpl::forward(const std::vector<torch::Tensor>& conditioned) {
    return torch::sigmoid(logits(conditioned));
}

}  // namespace gbs
