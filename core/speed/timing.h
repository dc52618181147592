// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <stop_token>
#include <thread>
#include <vector>

namespace gbs {

/// Wall-clock times of repetitions, in milliseconds.
struct Timing {
    double median = 0, lowest = 0, highest = 0;
    int repetitions = 0;
};

/// Throws std::logic_error without times.
Timing summarize(std::vector<double> milliseconds);

/// Calls `work` once to warm up, then at least `fewest` times and until `seconds` have passed.
Timing time_repeatedly(const std::function<void()>& work, int fewest = 5, double seconds = 1);
/// The milliseconds that `work` takes once.
double time_once(const std::function<void()>& work);

/// Threads that compute without end, as other busy programs do, until this object is destroyed.
class BusyThreads {
 public:
    explicit BusyThreads(int count);

 private:
    std::vector<std::jthread> threads_;
};

}  // namespace gbs
