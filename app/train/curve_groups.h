// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "app/train/curve_reader.h"
#include "widgets/plots/curve_look.h"

namespace gbs::app {

/// The curves of one plot.
struct CurveGroup {
    QString key;
    QString title;
    std::vector<widgets::CurveLine> lines;
};

/// Groups for losses, pointing accuracy, learning rate, gradient norm and images per second, if logged, then
/// one for each other metric. In a plot of several metrics the color shows the metric and the dash pattern
/// the run; in a plot of one metric both show the run.
std::vector<CurveGroup> group_curves(const QVector<RunCurves>& runs);

}  // namespace gbs::app
