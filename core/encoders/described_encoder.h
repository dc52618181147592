// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/encoders/image_encoder.h"

namespace gbs {

/// What an encoder says of itself, see ImageEncoder.
struct EncoderDescription {
    std::string name;
    std::vector<int> strides, channels;
    std::vector<double> mean, std;
};

/// Means and deviations that pretrained weights were trained with, in 0..255.
inline const std::vector<double> imagenet_mean{123.675, 116.28, 103.53}, imagenet_std{58.395, 57.12, 57.375};
inline const std::vector<double> centred_mean{127.5, 127.5, 127.5}, centred_std{127.5, 127.5, 127.5};

/// An encoder whose levels are fixed when it is made.
class DescribedEncoder : public ImageEncoder {
 public:
    /// `all` lists the levels that the architecture has, coarsest first; the first `levels` of them are kept.
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
    /// (images - mean) / std, channels last: convolutions on the CPU are twice as fast so.
    torch::Tensor normalised(const torch::Tensor& images) const {
        const auto of_channels = [&](const std::vector<double>& values) {
            return torch::tensor(values, torch::kFloat).to(images.device()).view({1, 3, 1, 1});
        };
        return ((images - of_channels(description_.mean)) / of_channels(description_.std))
            .contiguous(torch::MemoryFormat::ChannelsLast);
    }

 private:
    EncoderDescription description_;
};

}  // namespace gbs
