// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stop_token>
#include <thread>

namespace gbs::app {

/// While it lives, SIGINT and SIGTERM ask the token to stop instead of ending the program, so that work ends
/// where it is whole; a second one ends the program at once. To be made before other threads, which inherit
/// that these signals wait.
class Interrupt {
 public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return stop_.get_token(); }

 private:
    std::stop_source stop_;
    std::jthread thread_;  ///< last: it uses the source
};

}  // namespace gbs::app
