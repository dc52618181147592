// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <optional>
#include <vector>

#include "widgets/plots/curve_look.h"

namespace gbs::widgets {

/// The value of a curve at one position, as text.
struct CurveReading {
    std::size_t line = 0;
    QString text;  ///< "Step 420: total = 0.23 (smoothed 0.25)"
};

/// The point of each curve nearest to `x`; skips empty curves.
std::vector<CurveReading> read_curves(const std::vector<CurveLine>& lines, const CurveLook& look,
                                      const SampledCurves& curves, double x);

/// The x of the next point after (`direction` 1) or before (-1) `from` on the curve with the most points.
/// `or_at`: a point at `from` counts, too.
std::optional<double> next_point(const SampledCurves& curves, double from, int direction, bool or_at);

}  // namespace gbs::widgets
