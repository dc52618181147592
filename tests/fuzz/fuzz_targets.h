// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace gbs {

/// A reader of files from outside, fed with any bytes. It may refuse them with Error; all else is a fault.
struct FuzzTarget {
    std::string_view name;
    void (*read)(std::span<const std::uint8_t> bytes);
};

/// One for each reader.
std::span<const FuzzTarget> fuzz_targets();

/// Reads `bytes` with the target, without its Errors.
void run_fuzz_target(const FuzzTarget& target, std::span<const std::uint8_t> bytes);

}  // namespace gbs
