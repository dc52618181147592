// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/map_look.h"

#include <QtTest>
#include <algorithm>

#include "core/image/heatmap.h"
#include "core/image/overlay.h"

using namespace gbs;

class MapLookTest : public QObject {
    Q_OBJECT

    /// Low on the left, up to `highest` on the right, as most maps are.
    static Heatmap faint(float highest) { return {4, 1, {0, highest / 3, highest * 2 / 3, highest}}; }
    static Image white(int width, int height) {
        return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3, 255)};
    }
    /// The pixel at (x, 2) of the overlay on a white photo of 40 x 10.
    static std::array<int, 3> pixel(const MapLook& look, ValueRange shared, int x) {
        const Heatmap map = faint(0.3F);
        const ValueRange range = color_limits(look, resized_range(map, 40, 10), shared);
        const Image drawn = overlay(white(40, 10), map.resized(40, 10), {20, 9, 0}, look, range);
        const std::size_t at = (2 * 40 + static_cast<std::size_t>(x)) * 3;
        return {drawn.rgb[at], drawn.rgb[at + 1], drawn.rgb[at + 2]};
    }

 private Q_SLOTS:
    void a_faint_map_has_all_colors_by_default_and_what_is_low_stays_photo() {
        QCOMPARE(pixel({}, {}, 0), (std::array{255, 255, 255}));
        // viridis ends in fde725; three quarters of it on white.
        QCOMPARE(pixel({}, {}, 39), (std::array{254, 237, 92}));
    }

    void fixed_and_shared_limits_keep_a_faint_map_faint() {
        const auto fixed = pixel(parse_look("fixed"), {}, 39);
        QCOMPARE(pixel(parse_look("shared"), {0, 1}, 39), fixed);
        QVERIFY(fixed[0] > 190 && fixed[0] < 220);  // 0.3 of the opacity
        QCOMPARE(pixel(parse_look("shared"), {0, 0.3F}, 39), pixel({}, {}, 39));
    }

    void looks_have_names() {
        for (const Limits limits : named_looks) QCOMPARE(parse_look(look_name(limits)).limits, limits);
        QCOMPARE(parse_look("auto"), MapLook());
    }

    void a_constant_map_has_limits_that_differ() {
        QCOMPARE(color_limits({}, {0.25F, 0.25F}, {}), (ValueRange{0.25F, 1.25F}));
    }

    void the_range_is_that_of_the_map_as_drawn() {
        const Heatmap map(3, 2, {0.1F, 0.9F, 0.3F, 0.2F, 0.05F, 0.6F});
        for (const auto& [width, height] : {std::pair{2, 1}, {7, 5}, {64, 48}}) {
            const Heatmap drawn = map.resized(width, height);
            const auto [lowest, highest] = std::minmax_element(drawn.values().begin(), drawn.values().end());
            QCOMPARE(resized_range(map, width, height), (ValueRange{*lowest, *highest}));
            QCOMPARE(map.resized_peak(width, height).value, *highest);
        }
    }

    void a_threshold_outlines_its_region() {
        MapLook look;
        look.opacity = 0;
        look.threshold = 0.15F;
        const Heatmap map = faint(0.3F);
        const Image drawn = overlay(white(40, 10), map.resized(40, 10), {0, 9, 0}, look, {0, 1});
        int darkest = 255;
        for (int x = 16; x < 24; ++x) darkest = std::min<int>(darkest, drawn.rgb[(3 * 40 + x) * 3]);
        QCOMPARE(darkest, 0);
    }
};

QTEST_GUILESS_MAIN(MapLookTest)
#include "map_look_test.moc"
