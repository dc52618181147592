// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/autocast_mode.h>

#include "core/tensor/torch.h"
#include "training/options/stage_choices.h"

namespace gbs::training {

/// During its lifetime, operations that torch considers safe run in bf16, if that is the precision.
class Autocast {
 public:
    Autocast(Precision precision, torch::Device device)
        : enabled_(precision == Precision::bf16), type_(device.type()) {
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
