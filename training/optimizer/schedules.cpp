// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/optimizer/schedules.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gbs::training {
namespace {

double piecewise_linear(const std::vector<SchedulePoint>& points, std::int64_t step) {
    const auto after =
        std::upper_bound(points.begin(), points.end(), step,
                         [](std::int64_t s, const SchedulePoint& point) { return s < point.step; });
    if (after == points.begin()) return points.front().value;
    if (after == points.end()) return points.back().value;
    const SchedulePoint& before = *(after - 1);
    const double part =
        static_cast<double>(step - before.step) / static_cast<double>(after->step - before.step);
    return before.value + part * (after->value - before.value);
}

double cosine(const Schedule& schedule, std::int64_t step) {
    const double length = static_cast<double>(schedule.total_steps - schedule.warmup_steps);
    const double part = std::clamp(static_cast<double>(step - schedule.warmup_steps) / length, 0.0, 1.0);
    return schedule.final + (schedule.base - schedule.final) * (1 + std::cos(std::numbers::pi * part)) / 2;
}

}  // namespace

double Schedule::at(std::int64_t step) const {
    double value = base;
    if (kind == ScheduleKind::piecewise_linear) value = piecewise_linear(points, step);
    if (kind == ScheduleKind::step_decay)
        value =
            base * std::pow(decay_factor, static_cast<double>(std::max<std::int64_t>(step, 0) / decay_every));
    if (kind == ScheduleKind::cosine) value = cosine(*this, step);
    if (step >= warmup_steps) return value;
    return value * static_cast<double>(step + 1) / static_cast<double>(warmup_steps);
}

double Ramp::at(std::int64_t step) const {
    if (step >= std::max(begin, end)) return 1;
    if (step <= begin) return 0;
    return static_cast<double>(step - begin) / static_cast<double>(end - begin);
}

}  // namespace gbs::training
