// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

#include "widgets/plots/curve_sampler.h"

namespace gbs::widgets {

/// A curve with its place among the others.
struct CurveLine {
    QString name;  ///< in the legend and beside the cursor
    CurveSource source;
    int color = 0;  ///< which of the colours that colour-blind people tell apart; goes round
    int dash = 0;   ///< 0: solid; goes round
};

/// How curves are drawn.
struct CurveLook {
    CurveAxis axis = CurveAxis::step;
    bool time_is_estimated = false;  ///< told below the axis
    bool log_x = false;
    bool log_y = false;
    double smoothing = 0;  ///< in [0, 1), see CurveView; the raw line stays behind the smooth one

    bool operator==(const CurveLook&) const = default;
};

/// Okabe and Ito's colours, some lighter or darker, so that each has a contrast of 3 to the background.
QColor curve_color(int index, bool dark);
constexpr int curve_color_count = 7;
Qt::PenStyle curve_dash(int index);
constexpr int curve_dash_count = 5;
/// Whether a column of pixels lies in a gap of that dash, laid along x.
bool in_curve_gap(int dash, double column);

}  // namespace gbs::widgets
