// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/box_checks.h"

#include <QTest>
#include <limits>

using namespace gbs;

class BoxChecksTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void every_place_has_a_nearest_pixel() {
        constexpr double far = std::numeric_limits<double>::infinity(), none = std::nan("");
        for (const auto& [place, pixel] : {std::pair{0.0, 0},
                                           {0.99, 0},
                                           {1.0, 1},
                                           {63.5, 63},
                                           {64.0, 63},
                                           {1e300, 63},
                                           {far, 63},
                                           {-0.1, 0},
                                           {-1e300, 0},
                                           {-far, 0},
                                           {none, 0}})
            QCOMPARE(nearest_pixel(place, 64), pixel);
    }
    void phrases_are_bounded() {
        QVERIFY(!find_phrase_fault("a dog"));
        QVERIFY(!find_phrase_fault(std::string(10'000, 'x')));
        for (const std::string& phrase : {std::string(10'001, 'x'), std::string("  "), std::string("\xFF")})
            QVERIFY(find_phrase_fault(phrase));
    }
};

QTEST_GUILESS_MAIN(BoxChecksTest)
#include "box_checks_test.moc"
