// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/base/error.h"
#include "core/base/random.h"

namespace gbs::training {

/// Throws Error unless `good`.
inline void require_alpha(bool good, const std::string& what) {
    if (!good) throw Error("alpha maps: " + what);
}

/// Throws Error unless `range` ascends and lies in [low, high]. `key`: the option without "alpha." and
/// "_min".
inline void require_alpha_range(const Range& range, double low, double high, const std::string& key) {
    require_alpha(low <= range.low && range.low <= range.high && range.high <= high,
                  key + " must ascend and lie in " + std::to_string(low) + " to " + std::to_string(high));
}

}  // namespace gbs::training
