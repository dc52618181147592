// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stop_token>
#include <thread>

namespace gbs::app {

/// While it lives, SIGINT, SIGTERM and SIGHUP (the terminal was closed) request a stop of the token instead of ending
/// the program, so that work stops at a consistent point. Create it before other threads, which inherit the blocked
/// signals.
class Interrupt {
 public:
    /// What a second signal does, or five seconds after the first.
    enum class Second {
        exits,   ///< ends the program at once
        ignored  ///< nothing: what is being saved must be complete
    };
    explicit Interrupt(Second second = Second::exits);
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return stop_.get_token(); }

 private:
    std::stop_source stop_;
    std::jthread thread_;  ///< last: it uses the source
};

}  // namespace gbs::app
