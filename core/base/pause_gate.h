// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace gbs {

/// Lets work in other threads wait between its items. Safe for several threads.
class PauseGate {
 public:
    /// `at_rest` is called in a thread of the work each time when the last item that was going on has ended, and the next
    /// one waits.
    explicit PauseGate(std::function<void()> at_rest = {}) : tell_(std::move(at_rest)) {}

    void pause();
    void resume();
    bool paused() const;
    /// Whether it is paused and nothing goes on any more. Work that has not come to its first item is not at rest.
    bool at_rest() const;
    /// How long the work was at rest, all pauses together, up to now.
    double paused_seconds() const;

    /// An item of work.
    class Item {
     public:
        /// Waits while it is paused. Throws Cancelled. A null gate is always open.
        Item(PauseGate* gate, const std::stop_token& stop);
        ~Item();
        Item(const Item&) = delete;
        Item& operator=(const Item&) = delete;

     private:
        PauseGate* gate_;
    };

 private:
    using Clock = std::chrono::steady_clock;

    void begin(const std::stop_token& stop);
    void end();
    void look(std::unique_lock<std::mutex>& lock);
    void end_rest();

    const std::function<void()> tell_;
    mutable std::mutex mutex_;
    std::condition_variable_any opened_;
    bool paused_ = false;
    int active_ = 0, waiting_ = 0;
    std::optional<Clock::time_point> rest_;   ///< since when
    std::chrono::duration<double> rested_{};  ///< in former pauses
};

}  // namespace gbs
