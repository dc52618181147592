// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/maps/color_map.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace gbs;
using namespace gbs::widgets;

class ColorMapTest : public QObject {
    Q_OBJECT

    /// CIE lightness L* of an sRGB color.
    static double lightness(QRgb color) {
        const auto linear = [](int channel) {
            const double c = channel / 255.0;
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        const double y =
            0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
        return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
    }

 private Q_SLOTS:
    void ends_match_the_published_tables() {
        const std::array expected{std::tuple{ColorMap::viridis, 0x440154U, 0xfde725U},
                                  std::tuple{ColorMap::inferno, 0x000004U, 0xfcffa4U},
                                  std::tuple{ColorMap::magma, 0x000004U, 0xfcfdbfU},
                                  std::tuple{ColorMap::turbo, 0x30123bU, 0x7a0403U},
                                  std::tuple{ColorMap::cividis, 0x00224eU, 0xfee838U},
                                  std::tuple{ColorMap::grey, 0x000000U, 0xffffffU}};
        for (const auto& [map, low, high] : expected) {
            // Rounding of the published floats may differ by one step.
            for (const auto& [color, wanted] :
                 {std::pair{color_of(map, 0), low}, std::pair{color_of(map, 1), high}}) {
                QVERIFY(std::abs(qRed(color) - qRed(wanted)) <= 1);
                QVERIFY(std::abs(qGreen(color) - qGreen(wanted)) <= 1);
                QVERIFY(std::abs(qBlue(color) - qBlue(wanted)) <= 1);
                QCOMPARE(qAlpha(color), 255);
            }
        }
    }

    void lightness_grows_with_the_value() {
        for (const ColorMap map :
             {ColorMap::viridis, ColorMap::inferno, ColorMap::magma, ColorMap::cividis, ColorMap::grey})
            for (std::size_t i = 4; i < 256; ++i)
                QVERIFY2(lightness(color_table(map)[i]) > lightness(color_table(map)[i - 4]),
                         qPrintable(color_map_name(map)));
    }

    void values_outside_are_clamped() {
        QCOMPARE(color_of(ColorMap::magma, -3), color_of(ColorMap::magma, 0));
        QCOMPARE(color_of(ColorMap::magma, 3), color_of(ColorMap::magma, 1));
        QCOMPARE(color_of(ColorMap::magma, std::numeric_limits<float>::quiet_NaN()),
                 color_of(ColorMap::magma, 0));
    }

    void names_round_trip() {
        for (const ColorMap map : all_color_maps) QCOMPARE(parse_color_map(color_map_name(map)), map);
        QCOMPARE(parse_color_map(QStringLiteral("no such map")), ColorMap::viridis);
    }
};

QTEST_APPLESS_MAIN(ColorMapTest)
#include "color_map_test.moc"
