// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/encoders/described_encoder.h"
#include "core/tensor/batch_norm.h"

namespace gbs {

class PnasCell;

/// PNASNet-5-Large without classifier. Parameter names are those of timm: `conv_0.conv.weight`,
/// `cell_stem_0.comb_iter_0_left.separable_1.depthwise_conv2d.weight`,
/// `cell_7.conv_prev_1x1.path_1.conv.weight`, ...
///
/// E^1 is cell_11 (stride 32), E^2 cell_7 (stride 16), E^3 cell_3 (stride 8): the last cell at each size,
/// after the ReLU that every cell applies to its inputs, as returned by timm with features_only.
///
/// The first convolution is not padded and all others use TensorFlow's "SAME" padding, so E^i has
/// ceil((S - 1) / stride) cells per side.
class PnasNet5Large final : public DescribedEncoder {
 public:
    PnasNet5Large(const std::string& name, int levels);
    std::vector<torch::Tensor> forward(const torch::Tensor& images) override;

 private:
    torch::nn::Conv2d stem_{nullptr};
    BatchNorm stem_bn_{nullptr};
    std::vector<std::shared_ptr<PnasCell>> cells_;  ///< stem_0, stem_1, 0..11
};

}  // namespace gbs
