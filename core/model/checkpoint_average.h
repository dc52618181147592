// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace gbs {

/// Writes a model whose necks, projections and temperature are the mean of those of several models with one image encoder
/// that have learned from one start ("model soups", Wortsman et al. 2022). A neck is linear, but its batch norm divides by
/// what its own convolution gives, so both are joined before the mean is taken. Everything else is that of the first model,
/// without its strength, which would be wrong: also the decoder, which is not linear and can learn further. `notes` are
/// added; the tensors keep their precision.
/// Throws Error if there are fewer than two models, one is an ensemble, or they differ in more than values.
void write_average(std::span<const std::filesystem::path> checkpoints, const std::filesystem::path& output,
                   const std::map<std::string, std::string>& notes = {});

}  // namespace gbs
