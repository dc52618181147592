// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>

#include "app/commands/profile.h"

namespace gbs::app {
namespace {

/// As under nohup, whose programs outlive their terminal.
bool is_ignored(int signal) {
    struct sigaction action {};
    return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    if (!is_ignored(SIGHUP)) sigaddset(&signals, SIGHUP);
    return signals;
}

constexpr auto grace = std::chrono::seconds(5);

/// Work that waits for a disk or a pipe does not see the stop.
[[noreturn]] void end_at_once(int signal) {
    finish_profile();
    constexpr char text[] = "\ngbs: ended at once; what was complete is kept\n";
    if (::write(STDERR_FILENO, text, sizeof text - 1) < 0) {
        // Nobody reads it.
    }
    std::_Exit(128 + signal);
}

void listen(const std::stop_token& quit, std::stop_source& stop, Interrupt::Second second) {
    const sigset_t signals = ending_signals();
    constexpr timespec pause{0, 50'000'000};
    int first = 0;
    std::chrono::steady_clock::time_point end;
    while (!quit.stop_requested()) {
        const int signal = sigtimedwait(&signals, nullptr, &pause);
        const bool late = first != 0 && std::chrono::steady_clock::now() > end;
        if (second == Interrupt::Second::exits && first != 0 && (signal > 0 || late)) end_at_once(first);
        if (signal < 0 || first != 0) continue;
        first = signal;
        end = std::chrono::steady_clock::now() + grace;
        stop.request_stop();
    }
}

}  // namespace

Interrupt::Interrupt(Second second) {
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    thread_ = std::jthread([this, second](std::stop_token quit) { listen(quit, stop_, second); });
}

Interrupt::~Interrupt() {
    thread_ = {};
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace gbs::app
