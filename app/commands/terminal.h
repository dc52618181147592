// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace gbs::app {

/// "1 h 02 min", "3 min 05 s", "12 s".
std::string format_duration(double seconds);

/// A progress line on standard error with count, rate and time left, redrawn in place. If standard error is
/// not a terminal, prints a line every ten seconds.
class ProgressLine {
 public:
    /// `already` units were done before the start; they do not count towards the rate.
    explicit ProgressLine(std::string unit, std::size_t already = 0);
    void show(std::size_t done, std::size_t total);
    /// With a given rate; `seconds_left` is empty while unknown.
    void show(std::size_t done, std::size_t total, std::size_t failed, double rate,
              std::optional<double> seconds_left);
    /// Shows a text instead.
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
