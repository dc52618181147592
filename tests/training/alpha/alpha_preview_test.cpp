// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/alpha_preview.h"

#include <QtTest>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "training/alpha/alpha_generators.h"

using namespace gbs;
using namespace gbs::training;

namespace {

Image plain(int side, std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    Image image{side, side, {}};
    for (int i = 0; i < side * side; ++i) image.rgb.insert(image.rgb.end(), {red, green, blue});
    return image;
}

}  // namespace

class AlphaPreviewTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void a_blend_is_the_weighted_sum() {
        const Image first = plain(2, 200, 100, 0), second = plain(2, 0, 50, 250);
        const AlphaMap alpha{2, {0, 0.25F, 0.5F, 1}, {}};
        const Image blend = blend_images(first, second, alpha);
        const std::vector<std::uint8_t> expected{0, 50, 250, 50, 63, 188, 100, 75, 125, 200, 100, 0};
        QCOMPARE(blend.rgb, expected);
        QVERIFY_EXCEPTION_THROWN(blend_images(plain(3, 0, 0, 0), second, alpha), Error);
    }

    void scale_and_shift_shrinks_the_first_photo_into_its_square() {
        // Left half red, right half green: the pasted square shows both.
        Image first = plain(64, 255, 0, 0);
        for (int y = 0; y < 64; ++y)
            for (int x = 32; x < 64; ++x) {
                first.rgb[static_cast<std::size_t>((y * 64 + x) * 3)] = 0;
                first.rgb[static_cast<std::size_t>((y * 64 + x) * 3 + 1)] = 255;
            }
        AlphaOptions options;
        options.scale_shift.scale = {0.25, 0.25};
        const AlphaDraw draw = draw_alpha(AlphaKind::scale_shift, options, 7, 0, first, plain(64, 0, 0, 255));
        int red = 0, green = 0, blue = 0;
        for (std::size_t i = 0; i < draw.blend.rgb.size(); i += 3) {
            red += draw.blend.rgb[i] == 255;
            green += draw.blend.rgb[i + 1] == 255;
            blue += draw.blend.rgb[i + 2] == 255;
        }
        QCOMPARE(red, 8 * 16);
        QCOMPARE(green, 8 * 16);
        QCOMPARE(blue, 64 * 64 - 16 * 16);
        QVERIFY(std::abs(draw.mean - 16.0 * 16 / (64 * 64)) < 1e-6);
    }

    void the_histogram_counts_each_pixel_once_data() {
        QTest::addColumn<int>("kind");
        for (const AlphaGenerator& generator : alpha_generators())
            QTest::newRow(generator.name) << static_cast<int>(generator.kind);
    }
    void the_histogram_counts_each_pixel_once() {
        QFETCH(int, kind);
        const Image first = plain(48, 10, 20, 30), second = plain(48, 200, 210, 220);
        const AlphaDraw draw = draw_alpha(static_cast<AlphaKind>(kind), {}, 3, 1, first, second);
        const double sum = std::accumulate(draw.histogram.begin(), draw.histogram.end(), 0.0);
        QVERIFY(std::abs(sum - 1) < 1e-9);
        int ones = 0;
        for (const float value : draw.alpha.values()) ones += value >= 31.F / 32;
        QVERIFY(std::abs(draw.histogram.back() - ones / (48.0 * 48)) < 1e-9);
        double mean = 0, square = 0;
        for (const float value : draw.alpha.values()) {
            mean += value / (48.0 * 48);
            square += static_cast<double>(value) * value / (48.0 * 48);
        }
        QVERIFY(std::abs(draw.mean - mean) < 1e-6);
        QVERIFY(std::abs(draw.signal - 2 * (square - mean * mean)) < 1e-5);
    }

    void seed_and_index_determine_the_map() {
        const Image first = plain(32, 0, 0, 0), second = plain(32, 255, 255, 255);
        const auto draw = [&](std::uint64_t seed, std::uint64_t index) {
            return draw_alpha(AlphaKind::perlin, {}, seed, index, first, second).alpha.values();
        };
        QCOMPARE(draw(1, 2), draw(1, 2));
        QVERIFY(draw(1, 2) != draw(2, 2));
        QVERIFY(draw(1, 2) != draw(1, 3));
        AlphaOptions wrong;
        wrong.circle.radius = {0.5, 0.1};
        QVERIFY_EXCEPTION_THROWN(draw_alpha(AlphaKind::perlin, wrong, 1, 0, first, second), Error);
    }

    void a_mix_has_its_shares() {
        const auto kinds = draw_mix({{AlphaKind::perlin, 75}, {AlphaKind::circle, 25}}, 4, 8);
        QCOMPARE(std::count(kinds.begin(), kinds.end(), AlphaKind::perlin), 6);
        QCOMPARE(std::count(kinds.begin(), kinds.end(), AlphaKind::circle), 2);
        QVERIFY_EXCEPTION_THROWN(draw_mix({}, 4, 8), Error);
    }
};

QTEST_GUILESS_MAIN(AlphaPreviewTest)
#include "alpha_preview_test.moc"
