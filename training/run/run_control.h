// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>

#include "core/tensor/device.h"
#include "training/ranks/communicator.h"
#include "training/run/run_folder.h"
#include "training/run/step_clock.h"
#include "training/run/train_hooks.h"

namespace gbs::training {

/// Writes status.json and polls for stop, pause and save requests: the one poll point of all ranks. Only rank
/// 0 has a folder and reads the control file and the signals; the others receive its decisions.
class RunControl {
 public:
    /// `folder` is null except on rank 0. `total`: steps of the run.
    RunControl(RunFolder* folder, const TrainHooks& hooks, std::int64_t total)
        : folder_(folder), hooks_(hooks), total_(total) {}

    void set_ranks(Communicator& ranks) { ranks_ = &ranks; }
    void set_device(DeviceInfo device) { device_ = std::move(device); }
    StepClock& clock() { return clock_; }
    void set_step(std::int64_t step) { step_ = step; }

    void write_status(RunState state, const std::string& error = {});
    void say(const std::string& message) const {
        if (folder_ && hooks_.message) hooks_.message(message);
    }

    /// Call once per step on every rank: updates the heartbeat, reads the control file and the signals, and
    /// blocks while paused. Throws Cancelled on every rank when the run is to stop.
    void poll();
    /// Call during work that only this rank does. Throws Cancelled on rank 0 only; the caller must pass it on
    /// to the other ranks with `stop_soon`.
    void poll_alone();
    /// Makes the next `poll` stop the run on all ranks.
    void stop_soon() { stop_ = true; }
    /// Whether a checkpoint was requested since the last call; the same on every rank.
    bool take_save() { return std::exchange(save_, false); }

 private:
    void take_requests();
    void pause();

    RunFolder* folder_;
    const TrainHooks& hooks_;
    std::int64_t total_ = 0, step_ = 0;
    Communicator* ranks_ = &single_process();
    DeviceInfo device_;
    StepClock clock_;
    std::chrono::steady_clock::time_point heartbeat_{};
    bool stop_ = false, save_ = false;
};

}  // namespace gbs::training
