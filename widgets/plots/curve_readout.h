// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <optional>
#include <vector>

#include "widgets/plots/curve_look.h"

namespace gbs::widgets {

/// What a curve says at a place, in words.
struct CurveReading {
    std::size_t line = 0;
    QString text;  ///< "Step 420: total = 0.23 (smoothed 0.25)"
};

/// The point of each curve next to `x`; curves without any are left out.
std::vector<CurveReading> read_curves(const std::vector<CurveLine>& lines, const CurveLook& look,
                                      const SampledCurves& curves, double x);

/// The x of the next point after (`direction` 1) or before (-1) `from` on the curve that has most of them,
/// or at `from` as well.
std::optional<double> next_point(const SampledCurves& curves, double from, int direction, bool or_at);

}  // namespace gbs::widgets
