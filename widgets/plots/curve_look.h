// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

#include "widgets/plots/curve_sampler.h"

namespace gbs::widgets {

/// A curve with its name and line style.
struct CurveLine {
    QString name;  ///< for the legend and the cursor
    CurveSource source;
    int color = 0;  ///< index of curve_color()
    int dash = 0;   ///< index of curve_dash(); 0 is solid
};

/// How curves are drawn.
struct CurveLook {
    CurveAxis axis = CurveAxis::step;
    bool time_is_estimated = false;  ///< noted in the axis label
    bool log_x = false;
    bool log_y = false;
    double smoothing = 0;  ///< in [0, 1), see CurveView; the raw line stays behind the smoothed one

    bool operator==(const CurveLook&) const = default;
};

/// From the color-blind-safe palette of Okabe and Ito, adjusted to a contrast of at least 3. The
/// index wraps around.
QColor curve_color(int index, bool dark);
constexpr int curve_color_count = 7;
Qt::PenStyle curve_dash(int index);  ///< the index wraps around
constexpr int curve_dash_count = 5;
/// Whether a pixel column is in a gap of the dash pattern along x.
bool in_curve_gap(int dash, double column);

}  // namespace gbs::widgets
