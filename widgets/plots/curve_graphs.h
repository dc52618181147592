// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/plots/curve_look.h"

class QCPGraph;
class QCustomPlot;

namespace gbs::widgets {

/// The graphs of curves in a plot: the raw ones, above them the smooth ones, and what the legend shows.
class CurveGraphs {
 public:
    explicit CurveGraphs(QCustomPlot& plot) : plot_(plot) {}

    /// One set of graphs a line, without points yet.
    void make(const std::vector<CurveLine>& lines);
    /// The points; the axes must have their ranges already. `curves` has one for each line.
    void put(const std::vector<SampledCurve>& curves, bool smoothed, bool dark);
    /// For a palette of the other lightness.
    void set_pens(bool smoothed, bool dark);
    /// As many entries in a row of the legend as fit.
    void wrap_legend(int width);

 private:
    struct Graphs {
        CurveLine line;
        QCPGraph *raw, *smooth, *key;
        std::size_t raw_points = 0, smooth_points = 0;
    };
    void put(QCPGraph* graph, const SampledLine& line, int dash);

    QCustomPlot& plot_;
    std::vector<Graphs> graphs_;
};

}  // namespace gbs::widgets
