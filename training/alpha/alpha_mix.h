// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/base/random.h"
#include "training/alpha/alpha_maps.h"

namespace gbs::training {

struct AlphaShare {
    AlphaKind kind = AlphaKind::perlin;
    double weight = 100;  ///< in % of the batch (Table 5); only the ratios count
};
using AlphaMix = std::vector<AlphaShare>;

/// The kinds with a positive share.
AlphaMix alpha_mix(const AlphaOptions& options);

/// Throws Error if the mix is empty, sums to 0, names a kind twice,
/// or has a weight that is negative or not finite.
void validate(const AlphaMix& mix);

/// The kind of each of `batch` blends, in random order. Each kind gets its share of the batch rounded up or
/// down. Left-over places are drawn in proportion to the remainders, so that small shares in small batches
/// are met on average.
std::vector<AlphaKind> assign_alphas(const AlphaMix& mix, int batch, Random& random);

}  // namespace gbs::training
