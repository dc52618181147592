// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <signal.h>
#include <sys/types.h>

#include <cstdint>

namespace gbs {

/// Whether the signal was sent. A process that never started has the number 0, which to kill() means everything that this
/// test belongs to.
inline bool send_signal(std::int64_t process, int signal) {
    return process > 0 && ::kill(static_cast<pid_t>(process), signal) == 0;
}

}  // namespace gbs
