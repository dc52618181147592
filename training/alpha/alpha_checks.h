// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/base/error.h"
#include "core/base/options.h"
#include "core/base/random.h"

namespace gbs::training {

/// Throws Error unless `good`.
inline void require_alpha(bool good, const std::string& what) {
    if (!good) throw Error("alpha maps: " + what);
}

/// Throws OptionError unless `good`. `key`: the option without "alpha."; `rest`: what follows it in the message.
inline void require_alpha_option(bool good, const std::string& key, const std::string& rest) {
    if (!good) throw OptionError("alpha." + key, "alpha maps: " + key + " " + rest);
}

/// Throws OptionError unless `range` ascends and lies in [low, high].
/// `key`: the option without "alpha." and "_min".
inline void require_alpha_range(const Range& range, double low, double high, const std::string& key) {
    if (!(low <= range.low && range.low <= range.high && range.high <= high))
        throw OptionError("alpha." + key + "_min", "alpha maps: " + key + " must ascend and lie in " +
                                                       std::to_string(low) + " to " + std::to_string(high));
}

}  // namespace gbs::training
