// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/plots/curve_look.h"

class QCPGraph;
class QCustomPlot;

namespace gbs::widgets {

/// The graphs of curves in a plot: raw, smoothed on top, and legend entries.
class CurveGraphs {
 public:
    explicit CurveGraphs(QCustomPlot& plot) : plot_(plot) {}

    /// Creates the graphs of each line, without points.
    void make(const std::vector<CurveLine>& lines);
    /// Sets the points, one curve per line. The axes must have their ranges.
    void put(const std::vector<SampledCurve>& curves, bool smoothed, bool dark);
    /// Call after a change between light and dark.
    void set_pens(bool smoothed, bool dark);
    /// Fits the legend to a width in pixels.
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
