// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs {

/// Weights as a function of a parameter's name and index, the same here and in
/// tests/fixtures/weights_by_name.py, so that a fixture holds inputs and outputs only, whatever the size of
/// the model. Number i is uniform in [-1, 1): the top 24 bits of SplitMix64 at FNV-1a(name) + (i + 1) *
/// golden ratio.
torch::Tensor uniform_by_name(std::string_view name, const std::vector<std::int64_t>& shape);

/// The same scaled so that signals keep their size: matrices to a variance of gain^2 / fan-in, gains and
/// variances of norms to 1 +- 0.1, biases to +- 0.1.
torch::Tensor weight_by_name(std::string_view name, const std::vector<std::int64_t>& shape, double gain = 1);

/// Every parameter and buffer of an image encoder: `weight_by_name`, but for tables of embeddings (three
/// sides), which are uniform in +- 0.5, and the gains of scaled layers, which are near 1.
void fill_by_name(torch::nn::Module& encoder, double gain);

}  // namespace gbs
