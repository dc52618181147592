// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "training/alpha/alpha_maps.h"

namespace gbs::training {

inline double sigmoid(double value) {
    return 1 / (1 + std::exp(-value));
}

/// A map of value(x, y) at the pixel centers, in parts of the side.
template <typename Value>
AlphaMap fill_alpha(int size, Value value) {
    AlphaMap alpha{size, std::vector<float>(static_cast<std::size_t>(size) * size), {}};
    auto pixel = alpha.values.begin();
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            *pixel++ = static_cast<float>(value((x + 0.5) / size, (y + 0.5) / size));
    return alpha;
}

}  // namespace gbs::training
