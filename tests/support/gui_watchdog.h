// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <time.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <functional>

#include "support/sanitized.h"

/// How long the GUI thread may be busy between two turns of its event loop, in milliseconds of its own CPU
/// time, which excludes the load of other processes. Larger with sanitizers.
inline constexpr double gui_budget_ms = 50 * gbs::slowness;

/// CPU time of the calling thread.
inline double thread_cpu_ms() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

/// Measures the longest time between two turns of the event loop of the creating thread: a timer fires every
/// few milliseconds, and the CPU time between two of its events is the time the loop was blocked.
class GuiWatchdog : public QObject {
 public:
    GuiWatchdog() {
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this, [this] { turn(); });
        restart();
        timer_.start(interval_ms);
    }

    /// Resets the measurement.
    void restart() {
        longest_cpu_ = longest_wall_ = 0;
        turns_ = 0;
        last_cpu_ = thread_cpu_ms();
        wall_.start();
    }
    /// The longest turn so far, including the current one.
    double longest_cpu_ms() { return std::max(longest_cpu_, thread_cpu_ms() - last_cpu_); }
    /// Includes the load of the machine: use with generous bounds only.
    double longest_wall_ms() const { return std::max(longest_wall_, static_cast<double>(wall_.elapsed())); }
    /// Runs the event loop for `turns` more turns; false if that takes more than 20 s.
    bool wait_turns(int turns) {
        const int target = turns_ + turns;
        return QTest::qWaitFor([&] { return turns_ >= target; }, 20'000);
    }
    /// The number of turns; without any, a measurement is meaningless.
    int turns() const { return turns_; }

 private:
    static constexpr int interval_ms = 5;

    void turn() {
        const double now = thread_cpu_ms();
        longest_cpu_ = std::max(longest_cpu_, now - last_cpu_);
        longest_wall_ = std::max(longest_wall_, static_cast<double>(wall_.restart()));
        last_cpu_ = now;
        ++turns_;
    }

    QTimer timer_;
    QElapsedTimer wall_;
    double last_cpu_ = 0, longest_cpu_ = 0, longest_wall_ = 0;
    int turns_ = 0;
};

/// The minimum of up to `tries` measurements; stops at the first within `budget`. Other processes share
/// caches and clocks.
inline double best_of(int tries, double budget, const std::function<double()>& measure) {
    double best = measure();
    for (int i = 1; i < tries && best >= budget; ++i) best = std::min(best, measure());
    return best;
}
