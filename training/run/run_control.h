// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "core/tensor/device.h"
#include "training/ranks/communicator.h"
#include "training/run/run_folder.h"
#include "training/run/step_clock.h"
#include "training/trainer/trainer.h"

namespace gbs::training {

/// What a trainer says of itself in status.json, and what it is told: the one poll point of all ranks. Rank 0
/// alone has a folder, reads the control file and the signals; the others learn what it decided.
class RunControl {
 public:
    /// `folder`: none on other ranks than the first. `total`: steps of the run.
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

    /// Once a step, on every rank: heartbeat, control file, signals; pauses here. Throws Cancelled, on every
    /// rank, when the run is to end.
    void poll();
    /// During work that the ranks do not do in step. Throws Cancelled on rank 0 alone, which must see to it
    /// that the others learn of it: `stop_soon` makes the next poll end the run on all.
    void poll_alone();
    void stop_soon() { stop_ = true; }
    /// Whether a checkpoint was asked for since the last call, on every rank.
    bool take_save() { return std::exchange(save_, false); }

 private:
    void take_words();
    void pause();

    RunFolder* folder_;
    const TrainHooks& hooks_;
    std::int64_t total_ = 0, step_ = 0;
    Communicator* ranks_ = &alone();
    DeviceInfo device_;
    StepClock clock_;
    std::chrono::steady_clock::time_point heartbeat_{};
    bool stop_ = false, save_ = false;
};

}  // namespace gbs::training
