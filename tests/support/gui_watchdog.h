// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <time.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <functional>

/// How long the GUI thread may be busy between two turns of its event loop, in milliseconds of its own
/// processor time. What other processes take away is not our blocking, and so is not counted. Sanitizers slow
/// the code itself.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr double gui_budget_ms = 200;
#else
inline constexpr double gui_budget_ms = 50;
#endif

/// Processor time of the calling thread.
inline double thread_cpu_ms() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

/// Measures, in the thread that makes it, the longest time between two turns of the event loop: a timer fires
/// every few milliseconds, and what the thread computed between two of its events is what kept it away.
class GuiWatchdog : public QObject {
 public:
    GuiWatchdog() {
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this, [this] { turn(); });
        restart();
        timer_.start(interval_ms);
    }

    /// Forgets what was measured.
    void restart() {
        longest_cpu_ = longest_wall_ = 0;
        turns_ = 0;
        last_cpu_ = thread_cpu_ms();
        wall_.start();
    }
    /// The longest so far, the turn that goes on included.
    double longest_cpu_ms() { return std::max(longest_cpu_, thread_cpu_ms() - last_cpu_); }
    /// On a busy machine this says more of the machine than of us: for generous bounds only.
    double longest_wall_ms() const { return std::max(longest_wall_, static_cast<double>(wall_.elapsed())); }
    /// Runs the event loop for `turns` more turns; false if that takes more than 20 s.
    bool wait_turns(int turns) {
        const int target = turns_ + turns;
        return QTest::qWaitFor([&] { return turns_ >= target; }, 20'000);
    }
    /// How often the loop came round: a measure without any says nothing.
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

/// The least of up to `tries` measures, no more of them than it takes to keep `budget`: caches and clocks are
/// shared with whatever else runs.
inline double best_of(int tries, double budget, const std::function<double()>& measure) {
    double best = measure();
    for (int i = 1; i < tries && best >= budget; ++i) best = std::min(best, measure());
    return best;
}
