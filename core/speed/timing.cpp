// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/speed/timing.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <stdexcept>

namespace gbs {

Timing summarize(std::vector<double> milliseconds) {
    if (milliseconds.empty()) throw std::logic_error("no times to summarize");
    std::ranges::sort(milliseconds);
    const std::size_t middle = milliseconds.size() / 2;
    const double median = milliseconds.size() % 2 == 1
                              ? milliseconds[middle]
                              : (milliseconds[middle - 1] + milliseconds[middle]) / 2;
    return {median, milliseconds.front(), milliseconds.back(), static_cast<int>(milliseconds.size())};
}

double time_once(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Timing time_repeatedly(const std::function<void()>& work, int fewest, double seconds) {
    work();
    std::vector<double> times;
    for (double sum = 0; static_cast<int>(times.size()) < fewest || sum < 1000 * seconds; sum += times.back())
        times.push_back(time_once(work));
    return summarize(std::move(times));
}

BusyThreads::BusyThreads(int count) {
    for (int i = 0; i < count; ++i)
        threads_.emplace_back([](const std::stop_token& stop) {
            // Atomic: a loop without effect may be removed.
            for (std::atomic<std::uint64_t> turns = 0; !stop.stop_requested();) ++turns;
        });
}

}  // namespace gbs
