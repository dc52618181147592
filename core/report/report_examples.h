// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/evaluation/benchmark_setup.h"
#include "core/image/image.h"

namespace gbs {

/// Chooses the units to show while results arrive: those with the smallest hash of image and phrase, hence
/// the same ones on every run, in any order. Keeps at most the requested number.
class ExampleChooser {
 public:
    /// Shows at most `each` hits and misses of the map with the index `map`.
    explicit ExampleChooser(std::size_t map, std::size_t each = 6) : map_(map), each_(each) {}

    void add(const UnitResult& result);
    const std::vector<UnitResult>& hits() const { return hits_.results; }
    const std::vector<UnitResult>& misses() const { return misses_.results; }
    std::size_t map() const { return map_; }

 private:
    struct Kept {
        std::vector<std::uint64_t> hashes;  ///< ascending
        std::vector<UnitResult> results;    ///< in the same order
    };
    std::size_t map_, each_;
    Kept hits_, misses_;
};

/// The index of the map with examples in the report: "mean", else the first one.
std::size_t shown_map(std::span<const std::string> names);

/// A unit with its map over the photo, its boxes and the map's peak.
struct ReportExample {
    UnitResult result;
    Image picture;        ///< without pixels if it could not be drawn
    std::string problem;  ///< why it could not be drawn
};

/// Draws the hits, then the misses; the longest side has `side` pixels. Throws Cancelled.
std::vector<ReportExample> draw_examples(const PreparedBenchmark& prepared, const ExampleChooser& chosen,
                                         int side = 300, std::stop_token stop = {});

}  // namespace gbs
