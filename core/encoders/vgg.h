// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/encoders/described_encoder.h"
#include "core/tensor/fused_convolution.h"

namespace gbs {

/// VGG16 without classifier. Parameter names are those of torchvision: `features.0.weight`
/// .. `features.28.bias`.
///
/// E^1 is relu5_3 (stride 16), E^2 relu4_3 (stride 8), E^3 relu3_3 (stride 4); the last pooling is omitted.
/// Pooling drops an odd row or column, so E^i has floor(S / stride) cells per side.
class Vgg16 final : public DescribedEncoder {
 public:
    Vgg16(const std::string& name, int levels);
    std::vector<torch::Tensor> forward(const torch::Tensor& images) override;

 private:
    std::vector<std::vector<FusedConvolution>> blocks_;  ///< the convolutions between poolings
};

}  // namespace gbs
