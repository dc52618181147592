// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"

#include "core/base/error.h"

namespace gbs {
namespace {

// The finalizer of splitmix64: each input bit changes half of the output bits.
std::uint64_t scramble(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

std::uint32_t low(std::uint64_t value) {
    return static_cast<std::uint32_t>(value);
}
std::uint32_t high(std::uint64_t value) {
    return static_cast<std::uint32_t>(value >> 32);
}

}  // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {high(b) ^ counter[1] ^ key[0], low(b), high(a) ^ counter[3] ^ key[1], low(a)};
        key = {key[0] + 0x9E3779B9, key[1] + 0xBB67AE85};
    }
    return counter;
}

// The constant makes Random(s), Random(s, 0) and Random(s, 0, 0) differ.
void Random::mix(std::uint64_t key) {
    stream_ = scramble(stream_ + 0x9e3779b97f4a7c15ULL + scramble(key));
}

Random Random::fork(std::uint64_t key) const {
    Random child = *this;
    child.drawn_ = 0;
    child.mix(key);
    return child;
}

std::uint64_t Random::bits() {
    // A block holds two values. Recomputing it for each keeps the object at three words.
    const std::uint64_t block = drawn_ / 2;
    const auto values =
        philox({low(block), high(block), low(stream_), high(stream_)}, {low(seed_), high(seed_)});
    const bool second = drawn_++ % 2;
    return second ? values[2] | std::uint64_t{values[3]} << 32 : values[0] | std::uint64_t{values[1]} << 32;
}

double Random::uniform() {
    return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

double Random::uniform(double low, double high) {
    const double value = low + (high - low) * uniform();
    return value < high ? value : low;  // rounding may reach `high`
}

std::uint64_t Random::integer(std::uint64_t n) {
    if (n == 0) throw Error("random integer below 0 requested: the range is empty");
    // Values below 2^64 mod n would make small remainders more likely.
    const std::uint64_t biased = (0 - n) % n;
    std::uint64_t value = bits();
    while (value < biased) value = bits();
    return value % n;
}

std::int64_t Random::integer(std::int64_t low, std::int64_t high) {
    if (low > high) throw Error("random integer requested from an empty range: low > high");
    const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    const std::uint64_t offset = span == 0 ? bits() : integer(span);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + offset);
}

bool Random::chance(double probability) {
    return uniform() < probability;
}

}  // namespace gbs
