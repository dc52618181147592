// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs {

/// Weights as a function of a parameter's name and index, identical to tests/fixtures/weights_by_name.py, so
/// that fixtures contain only inputs and outputs. Number i is uniform in [-1, 1): the top 24 bits of
/// SplitMix64 at FNV-1a(name) + (i + 1) * golden ratio.
torch::Tensor uniform_by_name(std::string_view name, const std::vector<std::int64_t>& shape);

/// The same, scaled to preserve the magnitude of signals: matrices have a variance of gain^2 / fan-in, gains
/// and variances of norms are 1 +- 0.1, biases +- 0.1.
torch::Tensor weight_by_name(std::string_view name, const std::vector<std::int64_t>& shape, double gain = 1);

/// Fills every parameter and buffer of an image encoder with `weight_by_name`, except three-dimensional
/// embedding tables, which are uniform in +- 0.5, and the gains of scaled layers, which are 1 +- 0.1.
void fill_by_name(torch::nn::Module& encoder, double gain);

}  // namespace gbs
