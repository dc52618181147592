// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/decoder.h"

namespace gbs {
namespace {

torch::nn::Conv2d convolution(int channels_in, int channels_out, int kernel) {
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(channels_in, channels_out, kernel).padding(kernel / 2).bias(false));
}

/// Weight and bias of a 1x1 convolution that does nothing, between as many channels as `like` has.
FoldedWeights identity(const torch::Tensor& like) {
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

FoldedWeights ShortcutImpl::folded() const {
    return norm_->fold(conv_->weight);
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
    torch::Tensor y = bn2_->forward(conv2_->forward(bn1_->forward(conv1_->forward(x), Activation::relu)));
    y = y + (shortcut_ ? shortcut_->forward(x) : x);
    return last_ ? y : torch::relu(y);
}

FoldedBlock BasicBlockImpl::folded() const {
    const FoldedWeights first = bn1_->fold(conv1_->weight), second = bn2_->fold(conv2_->weight);
    const FoldedWeights shortcut = shortcut_ ? shortcut_->folded() : identity(conv2_->weight);
    return {first.weight, first.bias, second.weight, second.bias, shortcut.weight, shortcut.bias};
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
    const auto ordered = [](const torch::Tensor& c) {
        return c.contiguous(torch::MemoryFormat::ChannelsLast);
    };
    torch::Tensor out = blocks_[0]->forward(ordered(conditioned[0]));
    for (std::size_t i = 1; i < blocks_.size(); ++i) {
        const torch::Tensor& c = conditioned[i];
        const auto options = F::InterpolateFuncOptions()
                                 .size(std::vector<std::int64_t>{c.size(2), c.size(3)})
                                 .mode(torch::kBilinear)
                                 .align_corners(false);
        out = blocks_[i]->forward(ordered(torch::cat({c, F::interpolate(out, options)}, 1)));
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
