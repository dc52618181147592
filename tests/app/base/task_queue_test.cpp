// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/task_queue.h"

#include "app/base/guarded_application.h"

#include <QSemaphore>
#include <QThread>
#include <QTimer>
#include <QtTest>
#include <atomic>
#include <memory>
#include <new>

using namespace gbs;
using namespace gbs::app;

/// Background tasks: order, stopping, errors, and receivers that are deleted.
class TaskQueueTest : public QObject {
    Q_OBJECT

    static void wait_for_stop(const std::stop_token& stop) {
        QSemaphore stopped;
        const std::stop_callback callback(stop, [&] { stopped.release(); });
        stopped.acquire();
    }

 private Q_SLOTS:
    void queued_tasks_run_in_order_in_one_thread_other_than_the_gui_thread() {
        QList<int> order;
        QSet<QThread*> threads;
        {
            TaskQueue queue;
            for (int i = 0; i < 5; ++i)
                queue.submit([&, i](const std::stop_token&) {
                    order << i;
                    threads << QThread::currentThread();
                });
        }
        QCOMPARE(order, (QList<int>{0, 1, 2, 3, 4}));
        QCOMPARE(threads.size(), 1);
        QVERIFY(!threads.contains(QThread::currentThread()));
    }

    void results_arrive_in_the_gui_thread() {
        TaskQueue queue;
        QThread* work_thread = nullptr;
        int result = 0;
        queue.submit(
            this, [&] { return work_thread = QThread::currentThread(), 7; },
            [&](int value) {
                QCOMPARE(QThread::currentThread(), thread());
                result = value;
            });
        QTRY_COMPARE(result, 7);
        QVERIFY(work_thread != thread());
    }

    void exceptions_become_errors() {
        TaskQueue queue;
        QStringList errors;
        const auto note = [&](const QString& reason) { errors << reason; };
        queue.submit(
            this, [] { throw Error("the disk is full"); }, [] { QFAIL("succeeded"); }, note);
        queue.submit(
            this, [] { throw std::bad_alloc(); }, [] { QFAIL("succeeded"); }, note);
        queue.submit(
            this, [] { throw 1; }, [] { QFAIL("succeeded"); }, note);
        run_in_background(
            this, [] { throw Error("global"); }, [] { QFAIL("succeeded"); }, note);
        QTRY_COMPARE(errors.size(), 4);
        errors.sort();
        QCOMPARE(errors, (QStringList{QStringLiteral("Not enough memory."), QStringLiteral("global"),
                                      QStringLiteral("the disk is full"), QStringLiteral("unknown error")}));
        queue.submit([](const std::stop_token&) { throw Error("logged only"); });
    }

    void an_exception_in_a_delivered_result_is_told() {
        QCoreApplication::processEvents();  // what earlier tests have to tell
        QStringList told;
        tell_failures([&](const QString& reason) { told << reason; });
        run_in_background(
            this, [] { return 1; }, [](int) { throw Error("no such row"); });
        run_in_background(
            this, [] { throw Error("no such file"); }, [] { QFAIL("succeeded"); });
        TaskQueue queue;
        queue.submit([](const std::stop_token&) { throw Error("no such folder"); });
        queue.submit([](const std::stop_token&) { throw Cancelled(); });
        QTRY_COMPARE(told.size(), 3);
        tell_failures({});
        told.sort();
        QCOMPARE(told, (QStringList{QStringLiteral("no such file"), QStringLiteral("no such folder"),
                                    QStringLiteral("no such row")}));
    }

    void an_exception_in_a_slot_does_not_end_the_application() {
        QStringList told;
        tell_failures([&](const QString& reason) { told << reason; });
        QTimer::singleShot(0, this, [] { throw Error("a slot failed"); });
        QTRY_COMPARE(told, QStringList{QStringLiteral("a slot failed")});
        tell_failures({});
    }

    void the_latest_task_replaces_and_stops_the_others() {
        TaskQueue queue(TaskOrder::latest);
        QList<int> results;
        QSemaphore running;
        const auto add = [&](int value) { results << value; };
        queue.submit(
            this,
            [&](const std::stop_token& stop) {
                running.release();
                wait_for_stop(stop);
                return 1;
            },
            add);
        running.acquire();
        queue.submit(
            this, [] { return 2; }, add);
        queue.submit(
            this, [] { return 3; }, add);
        QTRY_VERIFY(!results.isEmpty());
        QCOMPARE(results, QList<int>{3});
    }

    void a_result_that_waits_for_delivery_is_dropped_when_a_newer_task_is_submitted() {
        TaskQueue queue(TaskOrder::latest);
        QList<int> results;
        QSemaphore worked;
        const auto add = [&](int value) { results << value; };
        queue.submit(
            this, [] { return 1; }, add);
        queue.submit(
            this, [&] { return worked.release(), 2; }, add);
        worked.acquire();
        queue.submit(
            this, [] { return 3; }, add);
        QTRY_VERIFY(!results.isEmpty());
        QCOMPARE(results, QList<int>{3});
    }

    void the_destructor_finishes_queued_tasks_and_drops_the_waiting_latest() {
        int queued = 0, latest = 0;
        {
            TaskQueue queue;
            QSemaphore running;
            queue.submit([&](const std::stop_token& stop) {
                running.release();
                wait_for_stop(stop);
            });
            queue.submit([&](const std::stop_token& stop) { queued += stop.stop_requested() ? 1 : 10; });
            running.acquire();
        }
        QCOMPARE(queued, 1);
        {
            TaskQueue queue(TaskOrder::latest);
            QSemaphore running;
            queue.submit([&](const std::stop_token& stop) {
                running.release();
                wait_for_stop(stop);
            });
            running.acquire();
            queue.stop();
            queue.submit([&](const std::stop_token&) { ++latest; });
            queue.submit([&](const std::stop_token&) { latest += 10; });
            queue.stop();
        }
        QVERIFY2(latest == 0 || latest == 10, "the replaced task has run");
    }

    void a_paused_task_waits_between_its_items() {
        TaskQueue queue;
        std::atomic<int> rests = 0, done = 0;
        std::atomic<bool> hurry = false;  // until then, it is not over before it is paused
        queue.when_at_rest([&] { ++rests; });
        bool ended = false;
        constexpr int items = 30'000;
        queue.submit(
            this,
            [&](const WorkToken& token) {
                for (int i = 0; i < items; ++i) {
                    const auto item = token.begin_item();
                    if (!hurry) QThread::msleep(2);
                    ++done;
                }
            },
            [&] { ended = true; });
        QTRY_VERIFY(done > 3);
        queue.pause();
        QTRY_COMPARE(rests.load(), 1);
        QVERIFY(queue.at_rest() && queue.is_paused());
        const int before = done;
        QTest::qWait(50);
        QCOMPARE(done.load(), before);
        hurry = true;
        queue.resume();
        QTRY_VERIFY(ended);
        QCOMPARE(done.load(), items);
    }

    void a_paused_task_ends_with_the_queue() {
        bool cancelled = false;
        {
            TaskQueue queue;
            std::atomic<int> rests = 0;
            queue.when_at_rest([&] { ++rests; });
            queue.pause();
            queue.submit([&](const WorkToken& token) {
                try {
                    const auto item = token.begin_item();
                } catch (const Cancelled&) {
                    cancelled = true;
                }
            });
            QTRY_COMPARE(rests.load(), 1);
        }
        QVERIFY(cancelled);
    }

    void a_deleted_receiver_gets_nothing() {
        TaskQueue queue;
        auto receiver = std::make_unique<QObject>();
        QSemaphore proceed;
        bool called = false, ended = false;
        queue.submit(
            receiver.get(), [&] { proceed.acquire(); }, [&] { called = true; });
        receiver.reset();
        proceed.release();
        queue.submit(
            this, [] {}, [&] { ended = true; });
        QTRY_VERIFY(ended);
        QVERIFY(!called);
    }
};

int main(int argc, char** argv) {
    GuardedApplication application(argc, argv);
    TaskQueueTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "task_queue_test.moc"
