// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/optimizer/schedules.h"

#include <QtTest>

using namespace gbs;
using namespace gbs::training;

class SchedulesTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void defaultPointsAreThePapers();
    void stepDecayDividesByTen();
    void cosineStartsAtBaseAndEndsAtFinal();
    void warmupGrowsInAStraightLine();
    void constantStays();
    void rampGrowsInAStraightLine();
};

namespace {

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max({1e-9, std::abs(a), std::abs(b)}) + 1e-18;
}

Schedule of(ScheduleKind kind) {
    Schedule schedule;
    schedule.kind = kind;
    return schedule;
}

}  // namespace

void SchedulesTest::defaultPointsAreThePapers() {
    const Schedule schedule = of(ScheduleKind::piecewise_linear);
    QVERIFY(near(schedule.at(0), 1e-4));
    QVERIFY(near(schedule.at(25'000), 5.5e-5));
    QVERIFY(near(schedule.at(50'000), 1e-5));
    QVERIFY(near(schedule.at(75'000), 5.5e-6));
    QVERIFY(near(schedule.at(100'000), 1e-6));
    QVERIFY(near(schedule.at(1'000'000), 1e-6));
}

void SchedulesTest::stepDecayDividesByTen() {
    const Schedule schedule = of(ScheduleKind::step_decay);
    QVERIFY(near(schedule.at(0), 1e-4));
    QVERIFY(near(schedule.at(49'999), 1e-4));
    QVERIFY(near(schedule.at(50'000), 1e-5));
    QVERIFY(near(schedule.at(100'000), 1e-6));
}

void SchedulesTest::cosineStartsAtBaseAndEndsAtFinal() {
    Schedule schedule = of(ScheduleKind::cosine);
    schedule.base = 2e-3;
    schedule.final = 1e-5;
    schedule.total_steps = 300;
    schedule.warmup_steps = 100;
    QVERIFY(near(schedule.at(100), 2e-3));
    QVERIFY(near(schedule.at(200), (2e-3 + 1e-5) / 2));
    QVERIFY(near(schedule.at(300), 1e-5));
    QVERIFY(near(schedule.at(9999), 1e-5));
    for (int step = 100; step < 300; ++step) QVERIFY(schedule.at(step) > schedule.at(step + 1));
}

void SchedulesTest::warmupGrowsInAStraightLine() {
    Schedule schedule;
    schedule.base = 1;
    schedule.warmup_steps = 4;
    const double expected[] = {0.25, 0.5, 0.75, 1, 1, 1};
    for (int step = 0; step < 6; ++step) QVERIFY(near(schedule.at(step), expected[step]));
}

void SchedulesTest::constantStays() {
    Schedule schedule;
    schedule.base = 0.3;
    QCOMPARE(schedule.at(0), 0.3);
    QCOMPARE(schedule.at(1'000'000'000'000), 0.3);
}

void SchedulesTest::rampGrowsInAStraightLine() {
    const Ramp ramp{100, 300};
    QCOMPARE(ramp.at(0), 0.0);
    QCOMPARE(ramp.at(100), 0.0);
    QCOMPARE(ramp.at(150), 0.25);
    QCOMPARE(ramp.at(300), 1.0);
    QCOMPARE(ramp.at(301), 1.0);
    QCOMPARE(Ramp{}.at(0), 1.0);
    const Ramp jump{50, 0};
    QCOMPARE(jump.at(49), 0.0);
    QCOMPARE(jump.at(50), 1.0);
}

QTEST_GUILESS_MAIN(SchedulesTest)
#include "schedules_test.moc"
