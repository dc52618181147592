// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/interrupt.h"

#include <pthread.h>

#include <csignal>
#include <cstdlib>
#include <ctime>

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

void listen(const std::stop_token& quit, std::stop_source& stop, Interrupt::Second second) {
    const sigset_t signals = ending_signals();
    constexpr timespec pause{0, 50'000'000};
    while (!quit.stop_requested()) {
        const int signal = sigtimedwait(&signals, nullptr, &pause);
        if (signal < 0) continue;
        if (stop.stop_requested() && second == Interrupt::Second::exits) std::_Exit(128 + signal);
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
