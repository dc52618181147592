// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <stop_token>
#include <type_traits>
#include <utility>

#include "core/base/error.h"
#include "core/base/work_token.h"
#include "core/base/worker_pool.h"

namespace gbs {

/// The threads of `work_in_order`.
struct Workers {
    int threads = 1;              ///< 1: the calling thread alone
    std::function<void()> begin;  ///< called first in each thread, unless the calling thread works alone
};

/// Calls `work(i, stop)` for i = 0 .. count - 1 in several threads, and `take(i, result)` in the calling thread in
/// this order, so that what `take` does never depends on the number of threads. At most two items per thread are begun and
/// not yet taken. An exception of `take`, or the first one of `work` in this order, is thrown here once the running calls
/// have ended; a stop is requested for them. While `token` is paused, running calls end and no further one begins. Throws
/// Cancelled.
template <typename Work, typename Take>
void work_in_order(std::size_t count, const Workers& workers, const Work& work, const Take& take,
                   const WorkToken& token = {}) {
    using Result = std::invoke_result_t<const Work&, std::size_t, const std::stop_token&>;
    if (workers.threads <= 1) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto item = token.begin_item();
            take(i, work(i, token.stop()));
        }
        return;
    }
    std::stop_source ending;
    const std::stop_callback forward(token.stop(), [&] { ending.request_stop(); });
    std::deque<std::future<Result>> begun;
    WorkerPool pool(workers.threads, workers.begin);
    // Before the pool waits for its threads.
    const struct Ender {
        std::stop_source& source;
        ~Ender() { source.request_stop(); }
    } ender{ending};
    const auto most = static_cast<std::size_t>(2 * workers.threads);
    for (std::size_t taken = 0, next = 0; taken < count; ++taken) {
        for (; next < count && next - taken < most; ++next)
            begun.push_back(pool.submit([&work, next, ours = token.with(ending.get_token())] {
                const auto item = ours.begin_item();
                return work(next, ours.stop());
            }));
        if (token.stop_requested()) throw Cancelled();
        Result result = begun.front().get();
        begun.pop_front();
        take(taken, std::move(result));
    }
}

}  // namespace gbs
