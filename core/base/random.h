// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <utility>

namespace gbs {

/// Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"): a stateless function of
/// a 128-bit counter and a 64-bit key to 128 random bits.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// A uniform distribution over [low, high].
struct Range {
    double low = 0;
    double high = 0;
};

/// Random numbers that depend only on a seed and keys, as in Random(seed, step, sample), so that a
/// resumed run needs no saved generator state. Identical on all platforms: uses no distributions of the
/// standard library and no transcendental functions. Streams with different keys are independent; copies
/// repeat each other.
class Random {
 public:
    template <std::convertible_to<std::uint64_t>... Keys>
    explicit Random(std::uint64_t seed, Keys... keys) : seed_(seed) {
        (mix(static_cast<std::uint64_t>(keys)), ...);
    }

    /// An independent stream for a sub-task. Depends on the seed and keys, not on the numbers drawn so far.
    Random fork(std::uint64_t key) const;

    /// 64 random bits.
    std::uint64_t bits();
    /// In [0, 1), a multiple of 2^-53.
    double uniform();
    /// In [low, high); `low` if both are equal.
    double uniform(double low, double high);
    double uniform(const Range& range) { return uniform(range.low, range.high); }
    /// In 0..n-1, equally likely. Throws Error unless n > 0.
    std::uint64_t integer(std::uint64_t n);
    /// In low..high, inclusive. Throws Error if low > high.
    std::int64_t integer(std::int64_t low, std::int64_t high);
    /// True with this probability: never at 0, always at 1.
    bool chance(double probability);

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

    std::uint64_t seed_ = 0;
    std::uint64_t stream_ = 0;
    std::uint64_t drawn_ = 0;
};

}  // namespace gbs
