// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/evaluation/benchmark_results.h"

namespace gbs {

/// A unit that is a hit in one result and a miss in the other.
struct Flip {
    const UnitResult* a = nullptr;
    const UnitResult* b = nullptr;
    bool gained = false;  ///< b hits where a misses
};

/// Two maps on the same units.
struct Comparison {
    std::string map_a, map_b;
    std::size_t units = 0;                     ///< scored in both
    std::size_t only_in_a = 0, only_in_b = 0;  ///< units that the other lacks or skipped
    std::size_t hits_a = 0, hits_b = 0;
    std::size_t gained = 0, lost = 0;  ///< hits of b only, of a only
    double difference = 0;             ///< accuracy of b minus accuracy of a, in percentage points
    double low = 0, high = 0;          ///< 95 % interval of the difference
    double p_value = 1;                ///< McNemar's exact test, two-sided
    std::vector<Flip> flips;           ///< in the order of a; point into the compared files
};

/// Pairs the units of two files by image, phrase and boxes (the n-th occurrence with the n-th). The
/// interval spans the 2.5 % and 97.5 % quantiles of `resamples` bootstrap samples of images, because
/// phrases of one image are not independent; equal seeds give equal intervals. An empty map name selects
/// "mean" if it exists, else the only map. Throws Error if a map is unknown or must be named, or if no unit
/// is in both files.
Comparison compare_results(const ResultFile& a, const ResultFile& b, const std::string& map_a = {},
                           const std::string& map_b = {}, std::uint64_t seed = 1,
                           std::size_t resamples = 10'000);

/// McNemar's exact test: the two-sided binomial p-value of `gained` against `lost` at one half.
double mcnemar_p_value(std::size_t gained, std::size_t lost);

}  // namespace gbs
