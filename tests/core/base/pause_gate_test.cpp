// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/pause_gate.h"

#include <QtTest>
#include <atomic>
#include <thread>
#include <vector>

#include "core/base/error.h"
#include "core/base/ordered_work.h"

using namespace gbs;

namespace {

void sleep_ms(int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

/// Work in a thread of its own, which can be paused. Its items take a moment, so that it is not over before the test says so.
struct Work {
    static constexpr std::size_t items = 30'000;

    std::atomic<int> rests = 0;
    std::shared_ptr<PauseGate> gate = std::make_shared<PauseGate>([this] { ++rests; });
    std::stop_source stop;
    std::atomic<std::size_t> begun = 0;
    std::atomic<bool> hurry = false, ended = false, cancelled = false;
    std::vector<std::size_t> taken;
    std::jthread thread;  // last: it uses all of the above

    explicit Work(int threads)
        : thread([this, threads] {
              try {
                  work_in_order(
                      items, {threads, {}},
                      [this](std::size_t i, const std::stop_token&) {
                          ++begun;
                          if (!hurry) sleep_ms(3);
                          return i;
                      },
                      [this](std::size_t i, std::size_t) { taken.push_back(i); },
                      WorkToken(stop.get_token(), gate));
              } catch (const Cancelled&) {
                  cancelled = true;
              }
              ended = true;
          }) {}
};

}  // namespace

/// Work that is paused between its items.
class PauseGateTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void nothing_goes_on_while_it_is_paused_and_nothing_is_lost() {
        for (const int threads : {1, 3}) {
            Work work(threads);
            QTRY_VERIFY(work.begun > 5);
            for (int pause = 1; pause <= 2; ++pause) {
                work.gate->pause();
                QTRY_VERIFY(work.gate->at_rest());
                QCOMPARE(work.rests.load(), pause);
                const std::size_t begun = work.begun;
                QVERIFY(begun < Work::items);
                QTest::qWait(60);
                QCOMPARE(work.begun.load(), begun);
                work.gate->resume();
                QTRY_VERIFY(work.begun > begun);
            }
            work.hurry = true;
            QTRY_VERIFY(work.ended);
            QCOMPARE(work.begun.load(), Work::items);
            QCOMPARE(work.taken.size(), Work::items);
            QVERIFY(std::ranges::is_sorted(work.taken));
        }
    }

    void a_stop_ends_paused_work_at_once() {
        for (const int threads : {1, 3}) {
            Work work(threads);
            QTRY_VERIFY(work.begun > 0);
            work.gate->pause();
            QTRY_VERIFY(work.gate->at_rest());
            work.stop.request_stop();
            QTRY_VERIFY(work.ended);
            QVERIFY(work.cancelled);
        }
    }

    void work_that_has_not_begun_is_not_at_rest() {
        const auto gate = std::make_shared<PauseGate>();
        gate->pause();
        QVERIFY(gate->paused());
        QVERIFY(!gate->at_rest());
        gate->resume();
        const auto item = WorkToken({}, gate).begin_item();
        gate->pause();
        QVERIFY(!gate->at_rest());
    }

    void pauses_do_not_count_in_the_time_of_work() {
        const auto gate = std::make_shared<PauseGate>();
        const WorkToken token({}, gate);
        const WorkClock clock(token);
        gate->pause();
        std::jthread worker([&] { const auto item = token.begin_item(); });
        QTRY_VERIFY(gate->at_rest());
        const double before = clock.seconds();
        sleep_ms(200);
        QVERIFY(clock.seconds() - before < 0.001);
        QVERIFY(token.paused_seconds() >= 0.2);
        gate->resume();
        worker.join();
        const double paused = token.paused_seconds();
        sleep_ms(20);
        QCOMPARE(token.paused_seconds(), paused);
        QVERIFY(clock.seconds() - before >= 0.02);
        QVERIFY(WorkClock(token).seconds() >= 0);
    }

    void work_without_a_gate_is_never_paused() {
        std::stop_source stop;
        const WorkToken token = stop.get_token();
        { const auto item = token.begin_item(); }
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN((void)token.begin_item(), Cancelled);
        QCOMPARE(token.paused_seconds(), 0.0);
    }
};

QTEST_GUILESS_MAIN(PauseGateTest)
#include "pause_gate_test.moc"
