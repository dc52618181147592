// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/run/run_control.h"

#include <thread>

#include "core/base/error.h"

namespace gbs::training {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto heartbeat_period = std::chrono::seconds(2);

}  // namespace

void RunControl::write_status(RunState state, const std::string& error) {
    if (!folder_) return;
    RunStatus status;
    status.state = state;
    status.error = error;
    status.step = step_;
    status.total = total_;
    status.images_per_second = clock_.images_per_second();
    status.eta_seconds = clock_.eta_seconds(static_cast<int>(total_ - step_));
    status.device = device_.name;
    status.device_reason = device_.reason;
    folder_->write_status(status);
    heartbeat_ = Clock::now();
}

void RunControl::take_requests() {
    if (Clock::now() - heartbeat_ > heartbeat_period) write_status(RunState::running);
    if (hooks_.stop_requested && hooks_.stop_requested()) stop_ = true;
    const auto word = folder_->take_control();
    if (!word || stop_) return;
    if (*word == ControlWord::stop) stop_ = true;
    if (*word == ControlWord::pause) pause();
    if (*word == ControlWord::save) save_ = true;
}

void RunControl::pause() {
    write_status(RunState::paused);
    say("paused at step " + std::to_string(step_));
    while (true) {
        if (hooks_.stop_requested && hooks_.stop_requested()) stop_ = true;
        const auto word = folder_->take_control();
        if (word == ControlWord::stop) stop_ = true;
        if (stop_) return;
        if (word == ControlWord::save) save_ = true;
        if (word == ControlWord::resume) break;
        if (Clock::now() - heartbeat_ > heartbeat_period) write_status(RunState::paused);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    clock_.interrupt();
    write_status(RunState::running);
    say("resumed");
}

void RunControl::poll() {
    if (folder_) take_requests();
    const std::int64_t requests = ranks_->from_first((stop_ ? 1 : 0) + (save_ ? 2 : 0));
    save_ = (requests & 2) != 0;
    if ((requests & 1) != 0) throw Cancelled();
}

void RunControl::poll_alone() {
    if (!folder_) return;
    take_requests();
    if (stop_) throw Cancelled();
}

}  // namespace gbs::training
