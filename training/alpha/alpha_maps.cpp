// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/alpha_maps.h"

#include <algorithm>

namespace gbs::training {

double alpha_signal(const AlphaMap& alpha) {
    double sum = 0, squares = 0;
    for (const float value : alpha.values) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const double count = static_cast<double>(std::max<std::size_t>(alpha.values.size(), 1));
    return 2 * std::max(squares / count - sum / count * (sum / count), 0.0);
}

}  // namespace gbs::training
