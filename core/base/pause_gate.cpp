// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/pause_gate.h"

#include "core/base/error.h"

namespace gbs {

void PauseGate::pause() {
    std::unique_lock lock(mutex_);
    paused_ = true;
    look(lock);
}

void PauseGate::resume() {
    {
        const std::lock_guard lock(mutex_);
        paused_ = false;
        end_rest();
    }
    opened_.notify_all();
}

bool PauseGate::paused() const {
    const std::lock_guard lock(mutex_);
    return paused_;
}

bool PauseGate::at_rest() const {
    const std::lock_guard lock(mutex_);
    return rest_.has_value();
}

double PauseGate::paused_seconds() const {
    const std::lock_guard lock(mutex_);
    std::chrono::duration<double> all = rested_;
    if (rest_) all += Clock::now() - *rest_;
    return all.count();
}

void PauseGate::begin(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    if (paused_) {
        ++waiting_;
        look(lock);
        opened_.wait(lock, stop, [this] { return !paused_; });
        --waiting_;
        if (waiting_ == 0) end_rest();
    }
    if (stop.stop_requested()) throw Cancelled();
    ++active_;
}

void PauseGate::end() {
    std::unique_lock lock(mutex_);
    --active_;
    look(lock);
}

void PauseGate::look(std::unique_lock<std::mutex>& lock) {
    if (!paused_ || active_ > 0 || waiting_ == 0 || rest_) return;
    rest_ = Clock::now();
    if (!tell_) return;
    lock.unlock();
    tell_();
    lock.lock();
}

void PauseGate::end_rest() {
    if (rest_) rested_ += Clock::now() - *rest_;
    rest_.reset();
}

PauseGate::Item::Item(PauseGate* gate, const std::stop_token& stop) : gate_(gate) {
    if (gate_)
        gate_->begin(stop);
    else if (stop.stop_requested())
        throw Cancelled();
}

PauseGate::Item::~Item() {
    if (gate_) gate_->end();
}

}  // namespace gbs
