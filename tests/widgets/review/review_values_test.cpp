// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "widgets/review/review_values.h"

using namespace gbs;
using namespace gbs::widgets;

class ReviewValuesTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, score method.
    void wilson_interval_matches_newcombe_data() {
        QTest::addColumn<int>("successes");
        QTest::addColumn<int>("trials");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
        QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
        QTest::newRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
        QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
        QTest::newRow("29 of 29") << 29 << 29 << 1 - 0.1170 << 1.0;
    }
    void wilson_interval_matches_newcombe() {
        QFETCH(int, successes);
        QFETCH(int, trials);
        QFETCH(double, low);
        QFETCH(double, high);
        const Proportion found = wilson_interval(successes, trials);
        QCOMPARE(found.value, double(successes) / trials);
        QVERIFY2(std::abs(found.low - low) < 0.00006, qPrintable(QString::number(found.low)));
        QVERIFY2(std::abs(found.high - high) < 0.00006, qPrintable(QString::number(found.high)));
    }

    void no_trials_give_the_full_interval() {
        const Proportion none = wilson_interval(0, 0);
        QCOMPARE(none.low, 0.0);
        QCOMPARE(none.high, 1.0);
    }

    void box_is_hit_up_to_its_edges() {
        const Truth box = Truth::box(QRect(QPoint(10, 20), QPoint(30, 40)));
        const QSize photo(100, 100);
        QVERIFY(is_hit(box, {10, 20}, photo));
        QVERIFY(is_hit(box, {30, 40}, photo));
        QVERIFY(!is_hit(box, {31, 40}, photo));
        QVERIFY(!is_hit(box, {10, 19}, photo));
    }

    void point_is_hit_within_five_percent_of_the_diagonal() {
        const QSize photo(300, 400);  // diagonal 500, so 25 pixels
        const Truth point = Truth::point({100, 100});
        QVERIFY(is_hit(point, {125, 100}, photo));
        QVERIFY(is_hit(point, {115, 120}, photo));
        QVERIFY(!is_hit(point, {126, 100}, photo));
        QVERIFY(!is_hit(QVector<Truth>{}, {100, 100}, photo));
        QVERIFY(is_hit({Truth::point({0, 0}), point}, {100, 124}, photo));
    }

    void polygon_is_hit_inside_and_on_its_outline() {
        // An L: the box around it has a corner that is not in it.
        const Truth polygon = Truth::polygon({{10, 10}, {50, 10}, {50, 20}, {20, 20}, {20, 60}, {10, 60}});
        const QSize photo(100, 100);
        QVERIFY(polygon.is_polygon() && polygon.is_box);
        QCOMPARE(QRect(polygon.first, polygon.last), QRect(QPoint(10, 10), QPoint(50, 60)));
        QVERIFY(is_hit(polygon, {15, 55}, photo));
        QVERIFY(is_hit(polygon, {45, 15}, photo));
        QVERIFY(is_hit(polygon, {50, 20}, photo));
        QVERIFY(is_hit(polygon, {30, 20}, photo));
        QVERIFY(is_hit(polygon, {20, 40}, photo));
        QVERIFY(!is_hit(polygon, {40, 50}, photo));
        QVERIFY(!is_hit(polygon, {51, 20}, photo));
        Truth clipped = polygon;
        QVERIFY(fit_truth(clipped, {30, 100}));
        QCOMPARE(clipped.last, QPoint(29, 60));
        Truth outside = polygon;
        QVERIFY(!fit_truth(outside, {9, 9}));
        QVERIFY(!Truth::polygon({{1, 1}, {5, 5}}).is_polygon());
    }

    void truth_is_clipped_to_the_photo() {
        Truth box{true, {90, 20}, {-5, 4}, {}};
        QVERIFY(fit_truth(box, {50, 60}));
        QVERIFY(box == Truth::box(QRect(QPoint(0, 4), QPoint(49, 20))));
        Truth outside = Truth::point({50, 0});
        QVERIFY(!fit_truth(outside, {50, 60}));
    }

    void verdict_names_round_trip() {
        for (const Verdict verdict : {Verdict::none, Verdict::right, Verdict::wrong, Verdict::unsure})
            QCOMPARE(parse_verdict(verdict_name(verdict)), verdict);
        QCOMPARE(parse_verdict(QStringLiteral("RIGHT; DROP TABLE")), Verdict::none);
    }
};

QTEST_GUILESS_MAIN(ReviewValuesTest)
#include "review_values_test.moc"
