// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gbs {

/// A reader of files from outside, fed with any bytes. It may refuse them with Error; all else is a fault.
struct FuzzTarget {
    std::string_view name;
    void (*read)(std::span<const std::uint8_t> bytes);
};

/// One for each reader; those of the window only where it is built.
std::vector<FuzzTarget> fuzz_targets();
std::span<const FuzzTarget> data_fuzz_targets();    ///< photos, data sets, weights, texts
std::span<const FuzzTarget> output_fuzz_targets();  ///< what the program has written, and others hand over
std::span<const FuzzTarget> window_fuzz_targets();  ///< reviews and presentations

/// Reads `bytes` with the target. Returns whether they were taken, not refused with Error.
bool run_fuzz_target(const FuzzTarget& target, std::span<const std::uint8_t> bytes);

}  // namespace gbs
