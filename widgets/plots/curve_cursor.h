// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

#include "widgets/plots/curve_readout.h"

class QCPItemStraightLine;
class QCustomPlot;

namespace gbs::widgets {

/// A vertical line through a plot with the values of the curves next to it. Transparent to the mouse.
class CurveCursor : public QLabel {
    Q_OBJECT

 public:
    /// `parent` contains the plot.
    CurveCursor(QCustomPlot& plot, QWidget* parent);

    void show_at(double x, const std::vector<CurveReading>& readings, const std::vector<CurveLine>& lines);
    void put_away();
    double x() const { return x_; }

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void take_palette();

    QCustomPlot& plot_;
    QCPItemStraightLine* line_;
    double x_ = 0;
};

}  // namespace gbs::widgets
