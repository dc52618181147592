// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <stop_token>
#include <utility>

#include "core/base/pause_gate.h"

namespace gbs {

/// What work in the background obeys: it ends where a stop is requested, and waits where it is paused. Converts from and
/// to a stop token: only loops over many items need to know of pauses.
class WorkToken {
 public:
    WorkToken() = default;
    WorkToken(std::stop_token stop, std::shared_ptr<PauseGate> gate = {})
        : stop_(std::move(stop)), gate_(std::move(gate)) {}
    operator const std::stop_token&() const { return stop_; }
    const std::stop_token& stop() const { return stop_; }
    bool stop_requested() const { return stop_.stop_requested(); }
    /// The same pauses, and another stop.
    WorkToken with(std::stop_token stop) const { return {std::move(stop), gate_}; }

    /// Waits while the work is paused; the item goes on until the result is destroyed. Throws Cancelled.
    [[nodiscard]] PauseGate::Item begin_item() const { return PauseGate::Item(gate_.get(), stop_); }
    double paused_seconds() const { return gate_ ? gate_->paused_seconds() : 0; }

 private:
    std::stop_token stop_;
    std::shared_ptr<PauseGate> gate_;  ///< null: never paused
};

/// The seconds of work since this object was made: pauses do not count.
class WorkClock {
 public:
    explicit WorkClock(WorkToken token) : token_(std::move(token)), paused_before_(token_.paused_seconds()) {}
    double seconds() const {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start_;
        return passed.count() - (token_.paused_seconds() - paused_before_);
    }

 private:
    WorkToken token_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    double paused_before_;
};

}  // namespace gbs
