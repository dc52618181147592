// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/encoders/image_encoder.h"

namespace gbs {

/// The constant properties of an encoder, see ImageEncoder.
struct EncoderDescription {
    std::string name;
    std::vector<int> strides, channels;
    std::vector<double> mean, std;
};

/// Means and standard deviations of the pretrained weights, in 0..255.
inline const std::vector<double> imagenet_mean{123.675, 116.28, 103.53}, imagenet_std{58.395, 57.12, 57.375};
inline const std::vector<double> clip_mean{122.7709383, 116.7460125, 104.09373615000001},
    clip_std{68.5005327, 66.6321579, 70.32316304999999};
inline const std::vector<double> centered_mean{127.5, 127.5, 127.5}, centered_std{127.5, 127.5, 127.5};

/// An encoder with levels fixed at construction.
class DescribedEncoder : public ImageEncoder {
 public:
    /// `all` describes all levels of the architecture, coarsest first; the first `levels` are kept.
    DescribedEncoder(EncoderDescription all, int levels) : description_(std::move(all)) {
        description_.strides.resize(static_cast<std::size_t>(levels));
        description_.channels.resize(static_cast<std::size_t>(levels));
    }
    std::string name() const override { return description_.name; }
    std::vector<int> strides() const override { return description_.strides; }
    std::vector<int> channels() const override { return description_.channels; }
    std::vector<double> mean() const override { return description_.mean; }
    std::vector<double> std() const override { return description_.std; }

 protected:
    std::size_t levels() const { return description_.strides.size(); }
    /// (images - mean) / std, channels last, which makes convolutions on the CPU twice as fast.
    torch::Tensor normalize(const torch::Tensor& images) const {
        const auto per_channel = [&](const std::vector<double>& values) {
            return torch::tensor(values, torch::kFloat).to(images.device()).view({1, 3, 1, 1});
        };
        return ((images - per_channel(description_.mean)) / per_channel(description_.std))
            .contiguous(torch::MemoryFormat::ChannelsLast);
    }

 private:
    EncoderDescription description_;
};

}  // namespace gbs
