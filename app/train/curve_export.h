// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVector>
#include <vector>

#include "app/train/curve_reader.h"
#include "widgets/plots/curve_plot.h"

// Files of curves. Usable in any thread; a file appears when it is whole. All throw Error.
namespace gbs::app {

/// A line a logged row: run, step, samples, seconds, and a column for each name that any run has (UTF-8 with
/// a byte order mark, as spreadsheets want it).
void write_curves_csv(const QVector<RunCurves>& runs, const QString& path);

/// The figures, all of one size, in rows of two: as PDF where the name ends so (letters and lines are
/// vectors), or as PNG of twice the pixels.
void write_curve_figures(const std::vector<widgets::CurvePlot::Figure>& figures, const QString& path);

}  // namespace gbs::app
