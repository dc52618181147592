// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/encoders/image_encoder.h"
#include "core/model/attention_attenuation.h"
#include "core/model/decoder.h"
#include "core/model/model_options.h"
#include "core/model/text_conditioning.h"
#include "core/tensor/fused_convolution.h"
#include "core/tensor/torch.h"

namespace gbs {

/// A neck: 1x1 convolution and batch norm, which centers the levels and gives them equal width. Our addition,
/// see docs/method.md.
class NeckImpl : public torch::nn::Module {
 public:
    NeckImpl(int channels_in, int channels_out);
    torch::Tensor forward(const torch::Tensor& x);

 private:
    FusedConvolution step_;
};
TORCH_MODULE(Neck);

/// M of eq. 4 without the frozen language model: encoder, necks, projections P^i, decoder, and the learnable
/// temperature of eq. 9-10.
class GroundingModelImpl : public torch::nn::Module {
 public:
    /// Random weights. `words`: the shape of the language model.
    GroundingModelImpl(const ModelOptions& options, WordShape words);
    /// The same with the given encoder instead of the one in the options.
    GroundingModelImpl(const ModelOptions& options, WordShape words, std::shared_ptr<ImageEncoder> encoder);

    /// The encoder's blocks, coarsest first -> E^1..E^n.
    std::vector<torch::Tensor> apply_necks(const std::vector<torch::Tensor>& blocks);
    /// Images [B, 3, S, S], RGB in 0..255 -> E^1..E^n.
    std::vector<torch::Tensor> encode(const torch::Tensor& images);
    /// Words [B, T, D] and mask [B, T] -> W^1..W^n, each [B, C_i].
    std::vector<torch::Tensor> project(const torch::Tensor& words, const torch::Tensor& mask);
    /// E and W with equal batch size -> C^1..C^n.
    std::vector<torch::Tensor> condition(const std::vector<torch::Tensor>& e,
                                         const std::vector<torch::Tensor>& w);
    /// The decoder's input for raw E in eq. 6: E itself, with a zero channel if the attenuation adds a
    /// cosine channel, or E's root mean square if the attenuation has a single channel (our choice; the
    /// paper is silent).
    std::vector<torch::Tensor> unconditioned(const std::vector<torch::Tensor>& e);
    /// C (or unconditioned E) -> H_GbS [B, h, w].
    torch::Tensor decode(const std::vector<torch::Tensor>& conditioned);
    /// E and W -> H_i2t [B, h, w].
    torch::Tensor match(const std::vector<torch::Tensor>& e, const std::vector<torch::Tensor>& w);
    /// t_i2t of eq. 9-10.
    torch::Tensor temperature() { return log_temperature_.exp(); }
    void set_temperature(double value);

    const ModelOptions& options() const { return options_; }
    ModelOptions& options() { return options_; }
    /// The shape of the language model.
    WordShape words() const { return words_; }
    /// Channels of E^1..E^n after the necks.
    const std::vector<int>& channels() const { return channels_; }
    ImageEncoder& image_encoder() { return *encoder_; }
    Decoder decoder() { return decoder_; }

 private:
    ModelOptions options_;
    WordShape words_;
    std::vector<int> channels_;
    std::shared_ptr<ImageEncoder> encoder_;
    std::vector<Neck> necks_;
    TextProjection projection_{nullptr};
    std::vector<AttentionAttenuation> attention_;  ///< one per level if the attenuation is learned
    Decoder decoder_{nullptr};
    torch::Tensor log_temperature_;
};
TORCH_MODULE(GroundingModel);

}  // namespace gbs
