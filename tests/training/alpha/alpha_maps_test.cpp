// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/alpha_generators.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/base/error.h"
#include "training/alpha/alpha_mix.h"

using namespace gbs;
using namespace gbs::training;

namespace {

std::vector<AlphaKind> drawable_kinds() {
    std::vector<AlphaKind> kinds;
    for (const AlphaGenerator& generator : alpha_generators()) kinds.push_back(generator.kind);
    return kinds;
}

/// The mean of 2 Var alpha over maps of random streams.
double mean_signal(AlphaKind kind, const AlphaOptions& options, int maps = 400, int size = 64) {
    double sum = 0;
    for (int i = 0; i < maps; ++i) {
        Random random(11, i);
        sum += alpha_signal(make_alpha(kind, options, size, random));
    }
    return sum / maps;
}

double mean(const AlphaMap& alpha) {
    return std::accumulate(alpha.values.begin(), alpha.values.end(), 0.0) /
           static_cast<double>(alpha.values.size());
}

}  // namespace

class AlphaMapsTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void valuesLieInRangeAtEachSize_data();
    void valuesLieInRangeAtEachSize();
    void sameKeysGiveTheSameMap();
    void signalsMatchTheReference();
    void minMaxPerlinReachesBothEnds();
    void sharpPerlinSplitsTheArea();
    void noiseIsZeroAtLatticePoints();
    void gaussianMatchesTheClosedForm();
    void gaussianSurvivesFarNarrowPairs();
    void circleMatchesItsArea();
    void complementTurnsTheCircleInsideOut();
    void alphaIsOneInTheRectangle();
    void halfPlaneIsACutAtItsOffset();
    void softHalfPlaneIsALine();
    void mixesAreExactOverABatch();
    void smallSharesAreMetOnAverage();
    void mixesAreSeeded();
    void namesGoBothWays();
    void badOptionsAreErrors();
};

void AlphaMapsTest::valuesLieInRangeAtEachSize_data() {
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 3, 7, 224}) QTest::addRow("%d", size) << size;
}

void AlphaMapsTest::valuesLieInRangeAtEachSize() {
    QFETCH(int, size);
    AlphaOptions sharp;
    sharp.perlin.contrast = 200;
    sharp.half_plane.softness = {0.1, 0.5};
    for (const AlphaKind kind : drawable_kinds())
        for (const AlphaOptions& options : {AlphaOptions{}, sharp})
            for (int i = 0; i < (size > 100 ? 3 : 50); ++i) {
                Random random(1, i);
                const AlphaMap alpha = make_alpha(kind, options, size, random);
                QCOMPARE(alpha.size, size);
                QCOMPARE(alpha.values.size(), static_cast<std::size_t>(size) * size);
                for (const float value : alpha.values) QVERIFY(value >= 0 && value <= 1);  // false for NaN
                QCOMPARE(alpha.paste.has_value(), kind == AlphaKind::scale_shift);
            }
}

void AlphaMapsTest::sameKeysGiveTheSameMap() {
    for (const AlphaKind kind : drawable_kinds()) {
        Random a(9, 4, 2), b(9, 4, 2), c(9, 4, 3);
        const auto map = make_alpha(kind, {}, 32, a).values;
        QVERIFY(map == make_alpha(kind, {}, 32, b).values);
        QVERIFY(map != make_alpha(kind, {}, 32, c).values);
    }
}

// 2 Var alpha is 0.5 for halves; an independent implementation of the other two gives 0.186 (two Gaussians)
// and 0.071 (min-max Perlin) over 600 maps, standard errors 0.004 and 0.001.
void AlphaMapsTest::signalsMatchTheReference() {
    AlphaOptions options;
    options.half_plane.offset = {0, 0};
    const double halves = mean_signal(AlphaKind::half_plane, options);
    const double gaussians = mean_signal(AlphaKind::gaussian, options);
    const double perlin = mean_signal(AlphaKind::perlin, options);
    options.perlin.contrast = 200;
    options.perlin.k_min = 1;
    options.perlin.k_max = 2;
    const double sharp = mean_signal(AlphaKind::perlin, options);
    qInfo("2 Var alpha: halves %.3f, gaussians %.3f, perlin %.3f, sharp perlin %.3f", halves, gaussians,
          perlin, sharp);
    QVERIFY(std::abs(halves - 0.5) < 0.002);
    QVERIFY(std::abs(gaussians - 0.186) < 0.025);
    QVERIFY(std::abs(perlin - 0.071) < 0.008);
    QVERIFY(sharp > 0.4);
}

void AlphaMapsTest::minMaxPerlinReachesBothEnds() {
    for (int i = 0; i < 20; ++i) {
        Random random(2, i);
        const AlphaMap alpha = make_alpha(AlphaKind::perlin, {}, 48, random);
        const auto [low, high] = std::minmax_element(alpha.values.begin(), alpha.values.end());
        QCOMPARE(*low, 0.0f);
        QCOMPARE(*high, 1.0f);
    }
}

void AlphaMapsTest::sharpPerlinSplitsTheArea() {
    AlphaOptions options;
    options.perlin.contrast = 1000;
    for (int i = 0; i < 20; ++i) {
        Random random(3, i);
        QVERIFY(std::abs(mean(make_alpha(AlphaKind::perlin, options, 64, random)) - 0.5) < 0.02);
    }
    options.perlin.median_threshold = false;
    options.perlin.threshold_value = 0.99;
    Random random(3, 0);
    QVERIFY(mean(make_alpha(AlphaKind::perlin, options, 64, random)) < 0.1);
}

// Gradient noise is 0 at its lattice points, so they share one value before stretching.
void AlphaMapsTest::noiseIsZeroAtLatticePoints() {
    AlphaOptions options;
    options.perlin.k_min = options.perlin.k_max = 2;
    options.perlin.octaves_min = options.perlin.octaves_max = 1;
    for (int i = 0; i < 10; ++i) {
        Random random(4, i);
        const AlphaMap alpha = make_alpha(AlphaKind::perlin, options, 256, random);
        const auto near = [&](int x, int y) {  // averaging around a lattice point cancels the slope
            return (alpha.at(x - 1, y - 1) + alpha.at(x, y - 1) + alpha.at(x - 1, y) + alpha.at(x, y)) / 4;
        };
        const float zero = near(64, 64);
        for (const int y : {64, 128, 192})
            for (const int x : {64, 128, 192}) QVERIFY(std::abs(near(x, y) - zero) < 1e-3f);
    }
}

void AlphaMapsTest::gaussianMatchesTheClosedForm() {
    AlphaOptions options;
    constexpr int size = 16;
    Random random(5), again(5);
    const AlphaMap alpha = make_alpha(AlphaKind::gaussian, options, size, random);
    struct {
        double x, y, sigma;
    } g[2];
    for (auto& one : g) {  // in the generator's order: mean x, mean y, sigma
        one.x = again.uniform(0, 1);
        one.y = again.uniform(0, 1);
        one.sigma = again.uniform(0.1, 0.5);
    }
    const double tau = 6.283185307179586;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            double density[2];
            for (int j = 0; j < 2; ++j) {
                const double dx = (x + 0.5) / size - g[j].x, dy = (y + 0.5) / size - g[j].y;
                const double variance = g[j].sigma * g[j].sigma;
                density[j] = std::exp(-(dx * dx + dy * dy) / (2 * variance)) / (tau * variance);
            }
            QVERIFY(std::abs(alpha.at(x, y) - density[0] / (density[0] + density[1])) < 1e-6);
        }
}

void AlphaMapsTest::gaussianSurvivesFarNarrowPairs() {
    AlphaOptions options;
    options.gaussian.sigma = {0.01, 0.01};  // both densities underflow to 0 in most of the image
    double signal = 0;
    for (int i = 0; i < 20; ++i) {
        Random random(6, i);
        const AlphaMap alpha = make_alpha(AlphaKind::gaussian, options, 32, random);
        for (const float value : alpha.values) QVERIFY(std::isfinite(value));
        signal += alpha_signal(alpha);
    }
    QVERIFY(signal / 20 > 0.2);  // equal sigmas divide the image along a line
}

void AlphaMapsTest::circleMatchesItsArea() {
    AlphaOptions options;
    options.circle.center = {0.5, 0.5};
    for (int i = 0; i < 10; ++i) {
        Random random(7, i), again(7, i);
        const AlphaMap alpha = make_alpha(AlphaKind::circle, options, 256, random);
        const double radius = again.uniform(0.1, 0.5);
        QVERIFY(std::abs(mean(alpha) - 3.14159265 * radius * radius) < 0.003);
        for (const float value : alpha.values) QVERIFY(value == 0 || value == 1);
        QCOMPARE(alpha.at(128, 128), 1.0f);
        QCOMPARE(alpha.at(0, 0), 0.0f);
    }
}

void AlphaMapsTest::complementTurnsTheCircleInsideOut() {
    AlphaOptions plain, complement;
    complement.circle.complement = 1;
    Random a(8), b(8);
    const AlphaMap inside = make_alpha(AlphaKind::circle, plain, 40, a);
    const AlphaMap outside = make_alpha(AlphaKind::circle, complement, 40, b);
    for (std::size_t i = 0; i < inside.values.size(); ++i)
        QCOMPARE(inside.values[i] + outside.values[i], 1.0f);
}

void AlphaMapsTest::alphaIsOneInTheRectangle() {
    for (int i = 0; i < 50; ++i) {
        Random random(9, i);
        const AlphaMap alpha = make_alpha(AlphaKind::scale_shift, {}, 100, random);
        const PasteRectangle& square = alpha.paste.value();
        QVERIFY(square.width == square.height && square.width >= 30 && square.width <= 80);
        QVERIFY(square.x >= 0 && square.y >= 0 && square.x + square.width <= 100 &&
                square.y + square.height <= 100);
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 100; ++x) {
                const bool inside = x >= square.x && x < square.x + square.width && y >= square.y &&
                                    y < square.y + square.height;
                QCOMPARE(alpha.at(x, y), inside ? 1.0f : 0.0f);
            }
    }
}

void AlphaMapsTest::halfPlaneIsACutAtItsOffset() {
    AlphaOptions options;
    options.half_plane.offset = {0.25, 0.25};
    double area = 0, corners = 0;
    for (int i = 0; i < 200; ++i) {
        Random random(10, i);
        const AlphaMap alpha = make_alpha(AlphaKind::half_plane, options, 64, random);
        QCOMPARE(alpha.at(32, 32), 0.0f);  // the middle is outside of the cut
        area += mean(alpha);
        corners += alpha.at(0, 0);
    }
    // A quarter of the area for cuts along the axes, (sqrt(1/2) - 1/4)^2 = 0.209 at 45 degrees.
    QVERIFY(area / 200 > 0.215 && area / 200 < 0.245);
    QVERIFY(std::abs(corners / 200 - 2 * std::acos(0.25 / std::sqrt(0.5)) / 6.2831853) < 0.1);
}

void AlphaMapsTest::softHalfPlaneIsALine() {
    AlphaOptions options;
    options.half_plane.offset = {0, 0};
    options.half_plane.softness = {2, 2};  // wider than the diagonal: never clipped, so alpha is affine
    Random random(12);
    const AlphaMap alpha = make_alpha(AlphaKind::half_plane, options, 33, random);
    QCOMPARE(alpha.at(16, 16), 0.5f);
    const float dx = alpha.at(1, 0) - alpha.at(0, 0), dy = alpha.at(0, 1) - alpha.at(0, 0);
    QVERIFY(std::abs(std::hypot(dx, dy) * 33 * 2 - 1) < 1e-4);
    for (int y = 0; y < 33; ++y)
        for (int x = 0; x < 33; ++x)
            QVERIFY(std::abs(alpha.at(x, y) - alpha.at(0, 0) - x * dx - y * dy) < 1e-4);
}

void AlphaMapsTest::mixesAreExactOverABatch() {
    const AlphaMix mix = {{AlphaKind::perlin, 50}, {AlphaKind::gaussian, 25}, {AlphaKind::recurrent, 25}};
    const AlphaMix thirds = {{AlphaKind::perlin, 1}, {AlphaKind::gaussian, 1}, {AlphaKind::circle, 1}};
    for (int i = 0; i < 200; ++i) {
        Random random(13, i);
        std::map<AlphaKind, int> counts;
        for (const AlphaKind kind : assign_alphas(mix, 8, random)) ++counts[kind];
        QVERIFY(counts[AlphaKind::perlin] == 4 && counts[AlphaKind::gaussian] == 2 &&
                counts[AlphaKind::recurrent] == 2);
        counts.clear();
        for (const AlphaKind kind : assign_alphas(thirds, 8, random)) ++counts[kind];
        QVERIFY(counts.size() == 3);
        for (const auto& [kind, count] : counts) QVERIFY(count == 2 || count == 3);
    }
    Random random(13);
    QVERIFY(assign_alphas(mix, 0, random).empty());
}

void AlphaMapsTest::smallSharesAreMetOnAverage() {
    const AlphaMix mix = {{AlphaKind::perlin, 95}, {AlphaKind::gaussian, 5}, {AlphaKind::circle, 0}};
    int perlin = 0, gaussian = 0, first = 0;
    constexpr int batches = 4000;
    for (int i = 0; i < batches; ++i) {
        Random random(14, i);
        const auto kinds = assign_alphas(mix, 4, random);
        QCOMPARE(kinds.size(), std::size_t{4});
        perlin += static_cast<int>(std::count(kinds.begin(), kinds.end(), AlphaKind::perlin));
        gaussian += static_cast<int>(std::count(kinds.begin(), kinds.end(), AlphaKind::gaussian));
        first += kinds.front() == AlphaKind::gaussian;
    }
    QCOMPARE(perlin + gaussian, 4 * batches);
    QVERIFY(std::abs(gaussian - 800) < 130);
    QVERIFY(std::abs(first - 200) < 80);  // every position in the batch is equally likely
}

void AlphaMapsTest::mixesAreSeeded() {
    const AlphaMix mix = {{AlphaKind::perlin, 50}, {AlphaKind::gaussian, 50}};
    Random a(15), b(15), c(16);
    const auto kinds = assign_alphas(mix, 32, a);
    QVERIFY(kinds == assign_alphas(mix, 32, b));
    QVERIFY(kinds != assign_alphas(mix, 32, c));
}

void AlphaMapsTest::namesGoBothWays() {
    for (const char* name : {"perlin", "gaussian", "circle", "scale_shift", "half_plane", "recurrent"})
        QCOMPARE(alpha_name(alpha_kind(name)), std::string(name));
    for (const AlphaGenerator& generator : alpha_generators()) {
        QCOMPARE(alpha_kind(generator.name), generator.kind);
        OptionSet set;
        AlphaOptions options;
        bind_alpha(set, options);
        set.set(std::string("alpha.") + generator.name + ".share", "70");
        QCOMPARE(options.share(generator.kind), 70.0);
    }
    QVERIFY_EXCEPTION_THROWN(alpha_kind("perlen"), Error);
}

void AlphaMapsTest::badOptionsAreErrors() {
    AlphaOptions{}.validate();
    Random random(0);
    QVERIFY_EXCEPTION_THROWN(make_alpha(AlphaKind::recurrent, {}, 8, random), Error);
    QVERIFY_EXCEPTION_THROWN(make_alpha(AlphaKind::perlin, {}, 0, random), Error);
    QVERIFY_EXCEPTION_THROWN(make_alpha(AlphaKind::perlin, {}, 1 << 20, random), Error);
    AlphaOptions options;
    options.perlin.k_min = 5;
    QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
    options = {};
    options.gaussian.sigma = {0, 0.5};
    QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
    options = {};
    options.circle.complement = std::nan("");
    QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
    options = {};
    options.scale_shift.scale = {0.8, 0.3};
    QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
    QVERIFY_EXCEPTION_THROWN(validate(AlphaMix{}), Error);
    QVERIFY_EXCEPTION_THROWN(validate(AlphaMix{{AlphaKind::perlin, -1}}), Error);
    QVERIFY_EXCEPTION_THROWN(validate(AlphaMix{{AlphaKind::perlin, 0}}), Error);
    QVERIFY_EXCEPTION_THROWN(validate(AlphaMix{{AlphaKind::perlin, 1}, {AlphaKind::perlin, 1}}), Error);
}

QTEST_GUILESS_MAIN(AlphaMapsTest)
#include "alpha_maps_test.moc"
