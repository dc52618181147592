// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ordered_work.h"

#include <QtTest>
#include <atomic>
#include <chrono>
#include <set>
#include <string>
#include <vector>

using namespace gbs;

namespace {

void sleep_ms(int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

}  // namespace

class OrderedWorkTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void results_arrive_in_order_whatever_the_threads() {
        for (const int threads : {1, 2, 5}) {
            std::atomic<int> begun = 0, running = 0, most = 0;
            std::set<std::thread::id> takers;
            std::vector<std::size_t> taken;
            work_in_order(
                40, {threads, [&] { ++begun; }},
                [&](std::size_t i, const std::stop_token&) {
                    most = std::max(most.load(), ++running);
                    sleep_ms(static_cast<int>(i * 7 % 5));
                    --running;
                    return std::to_string(i * i);
                },
                [&](std::size_t i, const std::string& result) {
                    QCOMPARE(result, std::to_string(i * i));
                    taken.push_back(i);
                    takers.insert(std::this_thread::get_id());
                });
            QCOMPARE(taken.size(), std::size_t{40});
            QVERIFY(std::ranges::is_sorted(taken));
            QVERIFY(takers == std::set{std::this_thread::get_id()});
            QCOMPARE(begun.load(), threads == 1 ? 0 : threads);
            QVERIFY(threads == 1 ? most == 1 : most > 1 && most <= threads);
        }
        work_in_order(
            0, {3, {}}, [](std::size_t, const std::stop_token&) { return 0; },
            [](std::size_t, int) { QFAIL("there is nothing to take"); });
    }

    void work_runs_ahead_by_a_bounded_number() {
        std::atomic<std::size_t> begun = 0;
        work_in_order(
            30, {2, {}}, [&](std::size_t, const std::stop_token&) { return ++begun; },
            [&](std::size_t i, std::size_t) {
                sleep_ms(1);
                QVERIFY(begun <= i + 4);
            });
    }

    void the_first_failure_in_order_is_thrown() {
        for (const int threads : {1, 3}) {
            std::vector<std::size_t> taken;
            std::string reason;
            std::atomic<int> running = 0;
            try {
                work_in_order(
                    20, {threads, {}},
                    [&](std::size_t i, const std::stop_token& stop) {
                        const struct Count {
                            std::atomic<int>& of;
                            explicit Count(std::atomic<int>& one) : of(one) { ++of; }
                            ~Count() { --of; }
                        } count(running);
                        if (i == 4) sleep_ms(20);
                        if (i == 4 || i == 5) throw Error("item " + std::to_string(i));
                        for (int k = 0; i > 5 && k < 2000 && !stop.stop_requested(); ++k) sleep_ms(1);
                        return i;
                    },
                    [&](std::size_t i, std::size_t) { taken.push_back(i); });
            } catch (const Error& error) {
                reason = error.what();
            }
            QCOMPARE(reason, std::string("item 4"));
            QCOMPARE(taken, (std::vector<std::size_t>{0, 1, 2, 3}));
            QCOMPARE(running.load(), 0);
        }
    }

    void a_failure_to_take_and_a_stop_end_the_work() {
        for (const int threads : {1, 3}) {
            std::atomic<std::size_t> begun = 0;
            const auto work = [&](std::size_t i, const std::stop_token&) {
                ++begun;
                return i;
            };
            QVERIFY_THROWS_EXCEPTION(Error,
                                     work_in_order(1000, {threads, {}}, work, [](std::size_t i, std::size_t) {
                                         if (i == 2) throw Error("full");
                                     }));
            QVERIFY(begun < 20);
            std::stop_source stop;
            std::size_t taken = 0;
            const auto take = [&](std::size_t i, std::size_t) {
                ++taken;
                if (i == 2) stop.request_stop();
            };
            begun = 0;
            QVERIFY_THROWS_EXCEPTION(Cancelled,
                                     work_in_order(1000, {threads, {}}, work, take, stop.get_token()));
            QCOMPARE(taken, std::size_t{3});
            QVERIFY(begun < 20);
        }
    }
};

QTEST_GUILESS_MAIN(OrderedWorkTest)
#include "ordered_work_test.moc"
