// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs {

/// E of section 3.1: image -> [E^1..E^n], coarsest first.
class ImageEncoder : public torch::nn::Module {
 public:
    virtual std::string name() const = 0;
    virtual std::vector<int> strides() const = 0;   ///< of E^1..E^n, coarsest first: {32, 16}
    virtual std::vector<int> channels() const = 0;  ///< of E^1..E^n
    virtual std::vector<double> mean() const = 0;   ///< RGB, in 0..255
    virtual std::vector<double> std() const = 0;    ///< RGB, in 0..255
    /// Normalizes and encodes images [B, 3, H, W], float32 RGB in 0..255. E^i is [B, C_i, H / stride_i,
    /// W / stride_i]; how sides that do not divide are rounded depends on the architecture. If H and W are
    /// multiples of the first stride, the cells of all levels are aligned.
    virtual std::vector<torch::Tensor> forward(const torch::Tensor& images) = 0;

    /// The encoder in two parts, for caching a frozen encoder: expand(bottlenecks(images)) equals
    /// forward(images), and the bottlenecks are as small as the architecture allows. By default they are
    /// E itself.
    virtual std::vector<torch::Tensor> bottlenecks(const torch::Tensor& images) { return forward(images); }
    virtual std::vector<torch::Tensor> expand(const std::vector<torch::Tensor>& bottlenecks) {
        return bottlenecks;
    }
};

}  // namespace gbs
