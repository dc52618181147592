// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>

namespace gbs::training {

/// Measures the rate of steps: the mean since the stage began, without its first steps, which are slower, and
/// without interruptions (validation, pauses, previews).
class StepClock {
 public:
    static constexpr int warm_up_steps = 3;

    void start(int images_per_step) {
        images_ = images_per_step;
        counted_ = seen_ = 0;
        spent_ = {};
        last_ = std::chrono::steady_clock::now();
    }
    void tick() {
        const auto now = std::chrono::steady_clock::now();
        if (++seen_ > warm_up_steps) {
            spent_ += now - last_;
            ++counted_;
        }
        last_ = now;
    }
    /// Excludes the time since the last tick.
    void interrupt() { last_ = std::chrono::steady_clock::now(); }

    /// 0 during the warm-up.
    double images_per_second() const {
        const double seconds = std::chrono::duration<double>(spent_).count();
        return seconds > 0 ? counted_ * images_ / seconds : 0;
    }
    std::optional<double> eta_seconds(int steps_left) const {
        if (counted_ == 0) return std::nullopt;
        return std::chrono::duration<double>(spent_).count() / counted_ * steps_left;
    }

 private:
    int images_ = 0, counted_ = 0, seen_ = 0;
    std::chrono::steady_clock::duration spent_{};
    std::chrono::steady_clock::time_point last_{};
};

}  // namespace gbs::training
