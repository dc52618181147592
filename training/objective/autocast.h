// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/autocast_mode.h>

#include "core/tensor/torch.h"

namespace gbs::training {

/// bf16 for what torch holds safe in it, while it lives.
class Autocast {
 public:
    Autocast(bool enabled, torch::Device device) : enabled_(enabled), type_(device.type()) {
        if (!enabled_) return;
        at::autocast::set_autocast_enabled(type_, true);
        at::autocast::set_autocast_dtype(type_, torch::kBFloat16);
    }
    ~Autocast() {
        if (!enabled_) return;
        at::autocast::clear_cache();
        at::autocast::set_autocast_enabled(type_, false);
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

 private:
    bool enabled_;
    c10::DeviceType type_;
};

}  // namespace gbs::training
