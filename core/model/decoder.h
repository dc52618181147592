// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <vector>

#include "core/tensor/batch_norm.h"
#include "core/tensor/torch.h"

namespace gbs {

/// The projection shortcut of a block: 1x1 convolution and batch norm.
class ShortcutImpl : public torch::nn::Module {
 public:
    ShortcutImpl(int channels_in, int channels_out);
    torch::Tensor forward(const torch::Tensor& x);
    /// Weight and bias of both.
    FoldedWeights folded() const;

 private:
    torch::nn::Conv2d conv_{nullptr};
    BatchNorm norm_{nullptr};
};
TORCH_MODULE(Shortcut);

/// A block's convolutions with the statistics of its batch norms, as in evaluation mode: [C_out, C_in, k, k] and
/// [C_out]. Without a projection the shortcut is the identity.
struct FoldedBlock {
    torch::Tensor weight1, bias1, weight2, bias2, shortcut, shortcut_bias;
};

/// ResNet's basic block with stride 1: two 3x3 convolutions with batch norm and a shortcut (1x1 if the widths
/// differ). `last`: no final ReLU, since a sigmoid follows (docs/method.md, section 1).
class BasicBlockImpl : public torch::nn::Module {
 public:
    BasicBlockImpl(int channels_in, int channels_out, bool last);
    torch::Tensor forward(const torch::Tensor& x);
    FoldedBlock folded() const;

 private:
    torch::nn::Conv2d conv1_{nullptr}, conv2_{nullptr};
    BatchNorm bn1_{nullptr}, bn2_{nullptr};
    Shortcut shortcut_{nullptr};
    bool last_;
};
TORCH_MODULE(BasicBlock);

/// D of section 3.1: [C^1..C^n], coarsest first, each [B, channels_i, h_i, w_i] -> H [B, h_n, w_n] in [0, 1].
/// O_1 = D_1(C^1); O_i = D_i(cat(C^i, U(O_{i-1}))) with bilinear U. The result passes a sigmoid.
class DecoderImpl : public torch::nn::Module {
 public:
    DecoderImpl(const std::vector<int>& channels, int width);
    torch::Tensor forward(const std::vector<torch::Tensor>& conditioned);
    /// Before the sigmoid.
    torch::Tensor logits(const std::vector<torch::Tensor>& conditioned);
    /// D_1..D_n.
    std::vector<FoldedBlock> folded() const;

 private:
    std::vector<BasicBlock> blocks_;
};
TORCH_MODULE(Decoder);

}  // namespace gbs
