// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace gbs::app {

/// "1 h 02 min", "3 min 05 s", "12 s".
std::string format_duration(double seconds);

/// A line on standard error that is drawn over while work goes on: count, rate, time left. Where standard
/// error is no terminal, a line every ten seconds.
class ProgressLine {
 public:
    /// `already` were done before the start: they count, but not for the rate.
    explicit ProgressLine(std::string unit, std::size_t already = 0);
    void show(std::size_t done, std::size_t total);
    /// With a rate of one's own; `seconds_left` is nothing while it is unknown.
    void show(std::size_t done, std::size_t total, std::size_t failed, double rate,
              std::optional<double> seconds_left);
    /// A text of one's own in the same place.
    void show(const std::string& text);
    void finish();

 private:
    std::string unit_;
    std::size_t already_;
    bool terminal_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point start_, shown_{};
};

}  // namespace gbs::app
