// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThread>
#include <QThreadPool>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <type_traits>
#include <utility>

#include "core/base/error.h"
#include "core/base/work_token.h"

// The one way to work in the background. Blocking work (disk, model, network) never runs in the GUI thread:
// an object that needs it often has a TaskQueue; a single task goes to run_in_background().
namespace gbs::app {

enum class TaskOrder {
    queued,  ///< every task runs, in the order of submission
    latest   ///< a new task replaces the waiting one and stops the running one
};

/// The message for the exception being handled. Call it in a catch block only.
QString describe_exception();

/// Calls `call` in the GUI thread unless by then `receiver` has been deleted or `stop` was requested.
void deliver(const QPointer<QObject>& receiver, const std::stop_token& stop, std::function<void()> call);

void log_failure(const QString& reason);
/// The default for failures that no code handles: logs the reason and tells it to the user.
void report_failure(const QString& reason);
/// How report_failure() tells the user; called in the GUI thread.
void tell_failures(std::function<void(const QString&)> tell);

/// Calls `call` and reports its exception, except Cancelled. The one place where an exception that no code handles
/// ends: that of a task, a delivered result or a slot.
template <class Call>
void call_guarded(Call&& call) {
    try {
        call();
    } catch (const Cancelled&) {
    } catch (...) {
        report_failure(describe_exception());
    }
}

namespace detail {

using Task = std::function<void(const WorkToken&)>;

template <class Work>
auto call(Work& work, const WorkToken& token) {
    if constexpr (std::is_invocable_v<Work&, const WorkToken&>)
        return work(token);
    else
        return work();
}

/// A task that hands the result of `work` to `done`, or the error to `failed`.
template <class Work, class Done, class Failed>
Task make_task(QObject* receiver, Work work, Done done, Failed failed) {
    return [receiver = QPointer<QObject>(receiver), work = std::move(work), done = std::move(done),
            failed = std::move(failed)](const WorkToken& token) mutable {
        try {
            if constexpr (std::is_void_v<decltype(call(work, token))>) {
                call(work, token);
                deliver(receiver, token, done);
            } else {
                deliver(receiver, token,
                        [done, result = call(work, token)]() mutable { done(std::move(result)); });
            }
        } catch (const Cancelled&) {
        } catch (...) {
            deliver(receiver, token, [failed, reason = describe_exception()]() mutable { failed(reason); });
        }
    };
}

}  // namespace detail

/// Runs tasks one at a time, all in the same thread. An exception never leaves that thread.
///
/// The destructor stops the running task and waits for it. In `queued` order the waiting tasks still run, but
/// with a stopped token, so that no file goes unwritten. In `latest` order they are dropped.
class TaskQueue {
 public:
    using Task = detail::Task;

    explicit TaskQueue(TaskOrder order = TaskOrder::queued,
                       QThread::Priority priority = QThread::InheritPriority);
    ~TaskQueue();

    /// `task` gets a token that is stopped by stop(), by the destructor, and by a newer task in `latest`
    /// order, and waits where it is paused (WorkToken). An exception is reported, `Cancelled` silently ignored.
    void submit(Task task);
    /// Calls `work()` or `work(token)` in the background, then `done(result)` or `failed(reason)` in the
    /// GUI thread. Neither is called for a stopped task or a deleted `receiver`.
    template <class Work, class Done, class Failed = void (*)(const QString&)>
    void submit(QObject* receiver, Work work, Done done, Failed failed = report_failure) {
        submit(detail::make_task(receiver, std::move(work), std::move(done), std::move(failed)));
    }
    /// Stops all tasks submitted so far, also paused ones.
    void stop();

    /// Lets tasks wait where they begin their next item. `at_rest`, which is set before the first task, is called in any
    /// thread each time when the last item has ended.
    void pause() { gate_->pause(); }
    void resume() { gate_->resume(); }
    bool is_paused() const { return gate_->paused(); }
    bool at_rest() const { return gate_->at_rest(); }
    void when_at_rest(std::function<void()> at_rest) {
        gate_ = std::make_shared<PauseGate>(std::move(at_rest));
    }

 private:
    struct Waiting {
        Task task;
        std::stop_source stop;
    };
    void run_next();

    const TaskOrder order_;
    std::mutex mutex_;
    std::deque<Waiting> waiting_;
    std::stop_source running_;
    std::shared_ptr<PauseGate> gate_ = std::make_shared<PauseGate>();
    QThreadPool pool_;  ///< last: it uses all of the above
};

/// One task in a thread of the global pool, which is never paused; `work`, `done` and `failed` as in TaskQueue::submit().
template <class Work, class Done, class Failed = void (*)(const QString&)>
void run_in_background(QObject* receiver, Work work, Done done, Failed failed = report_failure) {
    QThreadPool::globalInstance()->start(
        [task = detail::make_task(receiver, std::move(work), std::move(done), std::move(failed))] {
            task(WorkToken());
        });
}

}  // namespace gbs::app
