// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_graphs.h"

#include <algorithm>

#include "widgets/plots/qcustomplot.h"

namespace gbs::widgets {

namespace {

/// With more points than this, dashes go along x: dashing a long noisy line takes seconds.
constexpr std::size_t few_points = 200;
constexpr double line_width = 1.4, smooth_width = 1.8;
constexpr float pale = 0.35F;  ///< opacity of a raw line behind a smoothed one

}  // namespace

void CurveGraphs::make(const std::vector<CurveLine>& lines) {
    plot_.clearGraphs();
    plot_.setAutoAddPlottableToLegend(false);
    graphs_.clear();
    for (const CurveLine& line : lines) graphs_.push_back({line, plot_.addGraph(), nullptr, nullptr});
    for (Graphs& graphs : graphs_) {
        graphs.line.source = {};  // points are set by put()
        graphs.smooth = plot_.addGraph();
        // For the legend: its pen is always dashed, even if the lines have gaps along x instead.
        graphs.key = plot_.addGraph();
        graphs.key->setName(graphs.line.name);
        graphs.key->addToLegend();
    }
    plot_.legend->setVisible(graphs_.size() > 1);
}

void CurveGraphs::put(QCPGraph* graph, const SampledLine& line, int dash) {
    QVector<double> x(line.x.begin(), line.x.end()), y(line.y.begin(), line.y.end());
    if (line.x.size() > few_points)
        for (int i = 0; i < x.size(); ++i)
            if (in_curve_gap(dash, std::max(0.0, plot_.xAxis->coordToPixel(x[i])))) y[i] = qQNaN();
    graph->setData(x, y, true);
}

void CurveGraphs::put(const std::vector<SampledCurve>& curves, bool smoothed, bool dark) {
    for (std::size_t i = 0; i < graphs_.size(); ++i) {
        Graphs& graphs = graphs_[i];
        put(graphs.raw, curves[i].raw, smoothed ? 0 : graphs.line.dash);
        put(graphs.smooth, curves[i].smooth, graphs.line.dash);
        graphs.raw_points = curves[i].raw.x.size();
        graphs.smooth_points = curves[i].smooth.x.size();
    }
    set_pens(smoothed, dark);
}

void CurveGraphs::set_pens(bool smoothed, bool dark) {
    for (const Graphs& graphs : graphs_) {
        const QColor color = curve_color(graphs.line.color, dark);
        const Qt::PenStyle dash = curve_dash(graphs.line.dash);
        const bool dense = graphs.raw_points > few_points;
        QColor faint = color;
        faint.setAlphaF(pale);
        if (smoothed)
            graphs.raw->setPen(QPen(faint, 1));
        else
            graphs.raw->setPen(dense ? QPen(color, 1) : QPen(color, line_width, dash));
        // Much faster for hairlines with many points.
        graphs.raw->setAntialiased(!smoothed && !dense);
        graphs.smooth->setPen(
            QPen(color, smooth_width, graphs.smooth_points > few_points ? Qt::SolidLine : dash));
        graphs.key->setPen(QPen(color, smooth_width, dash));
    }
}

void CurveGraphs::wrap_legend(int width) {
    int widest = 1;
    const QFontMetrics metrics(plot_.legend->font());
    for (const Graphs& graphs : graphs_)
        widest = std::max(widest, metrics.horizontalAdvance(graphs.line.name) + 48);
    plot_.legend->setWrap(std::max(1, (width - 16) / widest));
    plot_.legend->setFillOrder(QCPLegend::foColumnsFirst, true);
}

}  // namespace gbs::widgets
