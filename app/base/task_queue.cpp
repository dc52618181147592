// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/task_queue.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>

#include <new>

namespace gbs::app {

QString describe_exception() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return QCoreApplication::translate("gbs::app::TaskQueue", "Not enough memory.");
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    } catch (...) {
        return QCoreApplication::translate("gbs::app::TaskQueue", "unknown error");
    }
}

namespace {

std::function<void(const QString&)>& teller() {
    static std::function<void(const QString&)> function;
    return function;
}

}  // namespace

void tell_failures(std::function<void(const QString&)> tell) {
    teller() = std::move(tell);
}

void report_failure(const QString& reason) {
    log_failure(reason);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [reason] {
            if (teller()) teller()(reason);
        },
        Qt::QueuedConnection);
}

void deliver(const QPointer<QObject>& receiver, const std::stop_token& stop, std::function<void()> call) {
    const auto deliver_now = [receiver, stop, call = std::move(call)] {
        if (receiver && !stop.stop_requested()) call_guarded(call);
    };
    QMetaObject::invokeMethod(QCoreApplication::instance(), deliver_now, Qt::QueuedConnection);
}

void log_failure(const QString& reason) {
    spdlog::error("{}", reason.toStdString());
}

TaskQueue::TaskQueue(TaskOrder order, QThread::Priority priority) : order_(order) {
    pool_.setMaxThreadCount(1);
    pool_.setExpiryTimeout(-1);  // what belongs to a thread, such as a database, stays in the same one
    pool_.setThreadPriority(priority);
}

TaskQueue::~TaskQueue() {
    stop();
    pool_.waitForDone();
}

void TaskQueue::submit(Task task) {
    {
        const std::lock_guard lock(mutex_);
        if (order_ == TaskOrder::latest) {
            waiting_.clear();
            running_.request_stop();
        }
        waiting_.push_back({std::move(task), std::stop_source()});
    }
    pool_.start([this] { run_next(); });
}

void TaskQueue::stop() {
    const std::lock_guard lock(mutex_);
    if (order_ == TaskOrder::latest) waiting_.clear();
    for (Waiting& waiting : waiting_) waiting.stop.request_stop();
    running_.request_stop();
}

void TaskQueue::run_next() {
    Waiting next;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.empty()) return;  // replaced by a newer task
        next = std::move(waiting_.front());
        waiting_.pop_front();
        running_ = next.stop;
    }
    call_guarded([&] { next.task({next.stop.get_token(), gate_}); });
}

}  // namespace gbs::app
