// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
// Qt first: moc cannot parse libstdc++'s <concepts> before another header has defined the library's macros.
#include "core/base/random.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <vector>

#include "core/base/error.h"

using gbs::Random;

class RandomTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void philox_matches_the_published_vectors();
    void streams_depend_only_on_seed_and_keys();
    void different_keys_give_different_streams();
    void values_are_pinned();
    void fork_ignores_numbers_already_drawn();
    void uniform_fills_its_range();
    void integers_are_unbiased();
    void shuffle_is_a_fair_permutation();
    void empty_ranges_are_errors();
};

// Known answers from the authors' Random123 library (kat_vectors, philox4x32 10).
void RandomTest::philox_matches_the_published_vectors() {
    using Block = std::array<std::uint32_t, 4>;
    QVERIFY(gbs::philox({0, 0, 0, 0}, {0, 0}) == (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    QVERIFY(gbs::philox({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}) ==
            (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QVERIFY(gbs::philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
            (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

void RandomTest::streams_depend_only_on_seed_and_keys() {
    Random a(7, 3, 11), b(7, 3, 11);
    for (int i = 0; i < 100; ++i) QCOMPARE(a.bits(), b.bits());
    Random copy = a;
    QCOMPARE(copy.bits(), a.bits());
}

void RandomTest::different_keys_give_different_streams() {
    std::set<std::uint64_t> first;
    first.insert(Random(0).bits());
    first.insert(Random(0, 0).bits());
    first.insert(Random(0, 0, 0).bits());
    for (int step = 1; step < 100; ++step)
        for (int sample = 1; sample < 100; ++sample) first.insert(Random(1, step, sample).bits());
    QCOMPARE(first.size(), std::size_t{3 + 99 * 99});
}

// If these numbers changed, resumed runs would continue differently.
void RandomTest::values_are_pinned() {
    Random plain(0);
    QCOMPARE(plain.bits(), std::uint64_t{0xe169c58d6627e8d5});
    QCOMPARE(plain.bits(), std::uint64_t{0x9b00dbd8bc57ac4c});
    Random keyed(42, 1, 2);
    QCOMPARE(keyed.bits(), std::uint64_t{0xcf11e5f14d2649ae});
}

void RandomTest::fork_ignores_numbers_already_drawn() {
    Random fresh(5, 1), used(5, 1);
    for (int i = 0; i < 9; ++i) used.bits();
    Random a = fresh.fork(3), b = used.fork(3), keyed(5, 1, 3);
    const auto value = a.bits();
    QCOMPARE(b.bits(), value);
    QCOMPARE(keyed.bits(), value);
}

void RandomTest::uniform_fills_its_range() {
    Random random(1);
    double sum = 0, low = 1, high = 0;
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i) {
        const double value = random.uniform();
        QVERIFY(value >= 0 && value < 1);
        low = std::min(low, value);
        high = std::max(high, value);
        sum += value;
    }
    QVERIFY(std::abs(sum / count - 0.5) < 0.005);  // five standard errors
    QVERIFY(low < 1e-3 && high > 1 - 1e-3);
    for (int i = 0; i < 1000; ++i) {
        const double value = random.uniform(-3, 2);
        QVERIFY(value >= -3 && value < 2);
    }
    QCOMPARE(random.uniform(4, 4), 4.0);
}

void RandomTest::integers_are_unbiased() {
    Random random(2);
    std::vector<int> counts(7, 0);
    for (int i = 0; i < 70'000; ++i) ++counts[random.integer(std::uint64_t{7})];
    for (const int count : counts) QVERIFY(std::abs(count - 10'000) < 500);
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(random.integer(std::int64_t{-2}, std::int64_t{3}));
    QVERIFY(seen == (std::set<std::int64_t>{-2, -1, 0, 1, 2, 3}));
    QCOMPARE(random.integer(std::uint64_t{1}), std::uint64_t{0});
    random.integer(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
    for (int i = 0; i < 100; ++i) {
        QVERIFY(!random.chance(0));
        QVERIFY(random.chance(1));
    }
}

void RandomTest::shuffle_is_a_fair_permutation() {
    std::vector<int> first(4, 0);
    for (int round = 0; round < 40'000; ++round) {
        std::vector<int> values{0, 1, 2, 3};
        Random random(4, round);
        random.shuffle(values);
        ++first[values[0]];
        std::vector<int> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        QVERIFY(sorted == (std::vector<int>{0, 1, 2, 3}));
    }
    for (const int count : first) QVERIFY(std::abs(count - 10'000) < 450);
}

void RandomTest::empty_ranges_are_errors() {
    Random random(0);
    QVERIFY_EXCEPTION_THROWN(random.integer(std::uint64_t{0}), gbs::Error);
    QVERIFY_EXCEPTION_THROWN(random.integer(std::int64_t{2}, std::int64_t{1}), gbs::Error);
}

QTEST_GUILESS_MAIN(RandomTest)
#include "random_test.moc"
