// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVector>
#include <vector>

#include "app/train/curve_reader.h"
#include "widgets/plots/curve_plot.h"

// Writes curves to files. Thread-safe. Files are written atomically. All functions throw Error.
namespace gbs::app {

/// Writes one line per logged row: run, step, samples, seconds, and one column per metric of any run, as
/// UTF-8 with a byte order mark for spreadsheets.
void write_curves_csv(const QVector<RunCurves>& runs, const QString& path);

/// Writes the figures, all of one size, in rows of two: as PDF (vectors) if the name ends in .pdf, otherwise
/// as PNG at twice the resolution.
void write_curve_figures(const std::vector<widgets::CurvePlot::Figure>& figures, const QString& path);

}  // namespace gbs::app
