// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/terminal.h"

#include <fmt/format.h>

#include <unistd.h>

#include <cstdio>

namespace gbs::app {

std::string format_duration(double seconds) {
    const long whole = static_cast<long>(seconds + 0.5);
    char text[64];
    if (whole >= 3600)
        std::snprintf(text, sizeof text, "%ld h %02ld min", whole / 3600, whole % 3600 / 60);
    else if (whole >= 60)
        std::snprintf(text, sizeof text, "%ld min %02ld s", whole / 60, whole % 60);
    else
        std::snprintf(text, sizeof text, "%ld s", whole);
    return text;
}

ProgressLine::ProgressLine(std::string unit, std::size_t already)
    : unit_(std::move(unit)),
      already_(already),
      terminal_(isatty(STDERR_FILENO) != 0),
      start_(std::chrono::steady_clock::now()) {}

void ProgressLine::show(std::size_t done, std::size_t total) {
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double rate = elapsed > 0 && done > already_ ? static_cast<double>(done - already_) / elapsed : 0;
    const double left = rate > 0 ? static_cast<double>(total - done) / rate : 0;
    show(done, total, 0, rate, left);
}

void ProgressLine::show(std::size_t done, std::size_t total, std::size_t failed, double rate,
                        std::optional<double> seconds_left) {
    std::string line = fmt::format("{} / {} {}", done, total, unit_);
    if (failed > 0) line += ", " + std::to_string(failed) + " failed";
    if (rate > 0) line += fmt::format(", {:.1f}/s", rate);
    if (seconds_left && done < total) line += ", " + format_duration(*seconds_left) + " left";
    show(line);
}

void ProgressLine::show(const std::string& text) {
    const auto now = std::chrono::steady_clock::now();
    const auto pause = terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(10000);
    if (now - shown_ < pause) return;
    shown_ = now;
    drawn_ = true;
    std::fprintf(stderr, terminal_ ? "\r\033[K%s" : "%s\n", text.c_str());
    std::fflush(stderr);
}

void ProgressLine::finish() {
    if (drawn_ && terminal_) std::fprintf(stderr, "\r\033[K");
    drawn_ = false;
}

}  // namespace gbs::app
