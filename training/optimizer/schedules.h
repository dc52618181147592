// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "training/options/stage_choices.h"

namespace gbs::training {

struct SchedulePoint {
    std::int64_t step = 0;
    double value = 0;
};

/// A learning rate as a function of the step alone (docs/method.md, section 4), so a resumed run needs no
/// saved state.
struct Schedule {
    ScheduleKind kind = ScheduleKind::constant;
    double base = 1e-4;             ///< constant, step_decay, cosine: the value at the start
    std::int64_t warmup_steps = 0;  ///< any kind: steps over which a factor grows linearly to 1
    /// piecewise_linear: values at ascending steps, interpolated linearly, constant outside. The default is
    /// the paper's: divided by 10 over every 50K steps.
    std::vector<SchedulePoint> points = {{0, 1e-4}, {50'000, 1e-5}, {100'000, 1e-6}};
    std::int64_t decay_every = 50'000;  ///< step_decay: multiply by decay_factor after this many steps
    double decay_factor = 0.1;
    std::int64_t total_steps = 0;  ///< cosine: the step from which the value is `final`
    double final = 0;              ///< cosine

    /// The value for step `step`, from 0.
    double at(std::int64_t step) const;
};

/// Factor of a loss weight: 0 up to step `begin`, growing linearly to 1 at `end`. A ramp that does not end
/// after its begin is a jump; the default is 1 everywhere. See docs/method.md, section 2, for why L_neg and
/// L_adv need it.
struct Ramp {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    double at(std::int64_t step) const;
};

}  // namespace gbs::training
