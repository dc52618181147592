// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "app/train/curve_reader.h"
#include "widgets/plots/curve_look.h"

namespace gbs::app {

/// The curves that share one plot.
struct CurveGroup {
    QString key;
    QString title;
    std::vector<widgets::CurveLine> lines;
};

/// Losses, pointing accuracy, learning rate, gradient norm and images a second, as far as they were logged;
/// then a group for each other name. Where a plot has several numbers, colours tell these and dashes the runs
/// apart; where it has one, both tell the runs apart.
std::vector<CurveGroup> group_curves(const QVector<RunCurves>& runs);

}  // namespace gbs::app
