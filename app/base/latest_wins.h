// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace gbs::app {

/// One thread that handles requests, of which only the newest counts: it replaces one that waits and asks one
/// that runs to stop. The destructor stops and waits.
template <class Request>
class LatestWins {
 public:
    using Handler = std::function<void(const Request&, std::stop_token)>;

    explicit LatestWins(Handler handle)
        : handle_(std::move(handle)), thread_([this](std::stop_token quit) { run(quit); }) {}

    ~LatestWins() {
        thread_.request_stop();
        const std::lock_guard lock(mutex_);
        running_.request_stop();
    }

    void submit(Request request) {
        {
            const std::lock_guard lock(mutex_);
            waiting_ = std::move(request);
            running_.request_stop();
        }
        wake_.notify_one();
    }

 private:
    void run(std::stop_token quit) {
        while (true) {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, quit, [this] { return waiting_.has_value(); });
            if (quit.stop_requested()) return;
            const Request request = std::move(*waiting_);
            waiting_.reset();
            running_ = std::stop_source();
            const std::stop_token stop = running_.get_token();
            lock.unlock();
            handle_(request, stop);
        }
    }

    Handler handle_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Request> waiting_;
    std::stop_source running_;
    std::jthread thread_;  ///< last: it uses all of the above
};

}  // namespace gbs::app
