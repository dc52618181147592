// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

#include "core/base/trace.h"

namespace gbs {

/// Threads that share tasks. The destructor waits for running tasks and drops waiting ones.
class WorkerPool {
 public:
    /// Each thread calls `begin` first.
    explicit WorkerPool(int threads, const std::function<void()>& begin = {}) {
        for (int i = 0; i < threads; ++i)
            threads_.emplace_back([this, begin](std::stop_token stop) {
                name_traced_thread("worker");
                if (begin) begin();
                work(stop);
            });
    }
    ~WorkerPool() {
        for (auto& thread : threads_) thread.request_stop();
        ready_.notify_all();
    }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Exceptions of the task are rethrown by the future.
    template <typename Task>
    auto submit(Task task) -> std::future<decltype(task())> {
        auto packaged = std::make_shared<std::packaged_task<decltype(task())()>>(std::move(task));
        auto future = packaged->get_future();
        {
            const std::lock_guard lock(mutex_);
            tasks_.push([packaged] { (*packaged)(); });
        }
        ready_.notify_one();
        return future;
    }

 private:
    void work(std::stop_token stop) {
        while (true) {
            std::unique_lock lock(mutex_);
            ready_.wait(lock, stop, [this] { return !tasks_.empty(); });
            if (stop.stop_requested()) return;
            auto task = std::move(tasks_.front());
            tasks_.pop();
            lock.unlock();
            task();
        }
    }

    std::mutex mutex_;
    std::condition_variable_any ready_;
    std::queue<std::function<void()>> tasks_;
    std::vector<std::jthread> threads_;  // last, so that they join before the queue is destroyed
};

}  // namespace gbs
