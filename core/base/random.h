// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <utility>

namespace gbs {

/// Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"): 128 random bits of a
/// 128-bit counter and a 64-bit key, without any state.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// Drawn uniformly from [low, high]; always `low` where both are equal.
struct Range {
    double low = 0;
    double high = 0;
};

/// Random numbers that depend on a seed and on keys alone, like Random(seed, step, sample): a resumed run
/// asks for the same keys again and needs no saved generator. Bit for bit the same on each platform: no
/// distribution of the standard library and no transcendental function is used. Streams of different keys are
/// independent; copies repeat each other.
class Random {
 public:
    template <std::convertible_to<std::uint64_t>... Keys>
    explicit Random(std::uint64_t seed, Keys... keys) : seed_(seed) {
        (mix(static_cast<std::uint64_t>(keys)), ...);
    }

    /// A stream of its own for a sub-task. Depends on this stream's seed and keys, not on what was drawn from
    /// it.
    Random fork(std::uint64_t key) const;

    /// 64 random bits.
    std::uint64_t bits();
    /// In [0, 1), a multiple of 2^-53.
    double uniform();
    /// In [low, high); `low` where both are equal.
    double uniform(double low, double high);
    double uniform(const Range& range) { return uniform(range.low, range.high); }
    /// In 0 ... n-1, each equally likely. n must be positive (Error otherwise).
    std::uint64_t integer(std::uint64_t n);
    /// In low ... high, both included. Error where low > high.
    std::int64_t integer(std::int64_t low, std::int64_t high);
    /// True with this probability: never at 0, always at 1.
    bool chance(double probability);
    /// Mean 0, variance 1. Exact and portable: von Neumann's comparison of uniforms in place of logarithms.
    double normal();

    template <typename Value>
    void shuffle(std::span<Value> values) {
        for (std::size_t left = values.size(); left > 1; --left)
            std::swap(values[left - 1], values[integer(static_cast<std::uint64_t>(left))]);
    }
    template <typename Container>
    void shuffle(Container& values) {
        shuffle(std::span(values));
    }

 private:
    void mix(std::uint64_t key);
    double exponential();

    std::uint64_t seed_ = 0;
    std::uint64_t stream_ = 0;
    std::uint64_t drawn_ = 0;
};

}  // namespace gbs
