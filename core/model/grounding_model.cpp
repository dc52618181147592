// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/grounding_model.h"

#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/encoders/image_encoders.h"

namespace gbs {

NeckImpl::NeckImpl(int channels_in, int channels_out) {
    step_ = FusedConvolution(
        register_module(
            "conv", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels_in, channels_out, 1).bias(false))),
        register_module("norm", BatchNorm(channels_out)), Activation::none);
}

torch::Tensor NeckImpl::forward(const torch::Tensor& x) {
    return step_(x);
}

GroundingModelImpl::GroundingModelImpl(const ModelOptions& options, WordShape words)
    : GroundingModelImpl(options, words, make_image_encoder(options.image_encoder, options.levels)) {}

GroundingModelImpl::GroundingModelImpl(const ModelOptions& options, WordShape words,
                                       std::shared_ptr<ImageEncoder> encoder)
    : options_(options), words_(words), encoder_(std::move(encoder)) {
    register_module("encoder", encoder_);
    channels_ = encoder_->channels();
    if (options.neck_width > 0) {
        for (std::size_t i = 0; i < channels_.size(); ++i) {
            necks_.push_back(
                register_module("necks_" + std::to_string(i), Neck(channels_[i], options.neck_width)));
            channels_[i] = options.neck_width;
        }
    }
    projection_ = register_module("projection", TextProjection(words, channels_));
    const Attenuation kind = options.attenuation;
    std::vector<int> decoder_channels;
    for (const int channels : channels_) {
        decoder_channels.push_back(attenuated_channels(kind, channels));
        if (kind == Attenuation::attention)
            attention_.push_back(register_module("attention_" + std::to_string(attention_.size()),
                                                 AttentionAttenuation(channels)));
    }
    if (options.decoder_width > 0)
        decoder_ = register_module("decoder", Decoder(decoder_channels, options.decoder_width));
    log_temperature_ = register_parameter("log_temperature", torch::full({}, std::log(10.0)));
}

void GroundingModelImpl::set_temperature(double value) {
    const torch::NoGradGuard no_grad;
    log_temperature_.fill_(std::log(value));
}

std::vector<torch::Tensor> GroundingModelImpl::apply_necks(const std::vector<torch::Tensor>& blocks) {
    if (necks_.empty()) return blocks;
    std::vector<torch::Tensor> e;
    for (std::size_t i = 0; i < blocks.size(); ++i) e.push_back(necks_[i]->forward(blocks[i]));
    return e;
}

std::vector<torch::Tensor> GroundingModelImpl::encode(const torch::Tensor& images) {
    return apply_necks(encoder_->forward(images));
}

std::vector<torch::Tensor> GroundingModelImpl::project(const torch::Tensor& words,
                                                       const torch::Tensor& mask) {
    return projection_->forward(words, mask);
}

std::vector<torch::Tensor> GroundingModelImpl::condition(const std::vector<torch::Tensor>& e,
                                                         const std::vector<torch::Tensor>& w) {
    const Attenuation kind = options_.attenuation;
    std::vector<torch::Tensor> c;
    for (std::size_t i = 0; i < e.size(); ++i)
        c.push_back(attention_.empty() ? attenuate(kind, e[i], w[i], options_.attenuation_scale)
                                       : attention_[i]->forward(e[i], w[i]));
    return c;
}

std::vector<torch::Tensor> GroundingModelImpl::unconditioned(const std::vector<torch::Tensor>& e) {
    std::vector<torch::Tensor> padded;
    for (std::size_t i = 0; i < e.size(); ++i) {
        const int wanted = attenuated_channels(options_.attenuation, channels_[i]);
        if (wanted == channels_[i])
            padded.push_back(e[i]);
        else if (wanted == channels_[i] + 1)
            padded.push_back(torch::cat({e[i], torch::zeros_like(e[i].narrow(1, 0, 1))}, 1));
        else
            padded.push_back(e[i].square().mean(1, true).sqrt());
    }
    return padded;
}

torch::Tensor GroundingModelImpl::decode(const std::vector<torch::Tensor>& conditioned) {
    if (decoder_.is_empty()) throw Error("a model without a decoder has no H_GbS");
    return decoder_->forward(conditioned);
}

torch::Tensor GroundingModelImpl::match(const std::vector<torch::Tensor>& e,
                                        const std::vector<torch::Tensor>& w) {
    return i2t_map(e, w, options_.i2t_levels == I2tLevels::geometric_mean);
}

}  // namespace gbs
