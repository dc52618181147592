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

/// A learning rate as a function of the step alone (method.md, row 14), so a resumed run needs nothing saved.
/// A linear warm-up from base / warmup_steps to the schedule's value comes first, whatever the kind.
struct Schedule {
    ScheduleKind kind = ScheduleKind::constant;
    double base = 1e-4;             ///< constant, step_decay, cosine: the value at the start
    std::int64_t warmup_steps = 0;  ///< steps over which the value grows from nearly 0; 0 for none
    /// piecewise_linear: values at steps, straight between them, level before the first and after the last.
    /// The default is the paper's: divided by 10 over every 50K steps.
    std::vector<SchedulePoint> points = {{0, 1e-4}, {50'000, 1e-5}, {100'000, 1e-6}};
    std::int64_t decay_every = 50'000;  ///< step_decay: times decay_factor after every so many steps
    double decay_factor = 0.1;
    std::int64_t total_steps =
        0;             ///< cosine: the last step, where the value is `final`; it stays there afterwards
    double final = 0;  ///< cosine

    /// Throws Error naming the key that is out of range: negative or non-finite values, points that do not
    /// ascend, a cosine that ends before its warm-up does.
    void validate() const;
    /// The value used in step `step` (the first step is 0).
    double at(std::int64_t step) const;
};

/// Growth of a loss's weight: 0 up to step `begin`, then a straight line to 1 at `end`, 1 from there. A ramp
/// whose end is not after its begin is a jump at `begin`; the default is 1 everywhere. (L_neg and L_adv at
/// full weight are pleased first by a constant map: method.md, section 5.)
struct Ramp {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    double at(std::int64_t step) const;
};

}  // namespace gbs::training
