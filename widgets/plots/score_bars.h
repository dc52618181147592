// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "widgets/plots/score_values.h"

class QCPAbstractPlottable;
class QCPBars;
class QCPBarsGroup;
class QCPErrorBars;
class QCustomPlot;

namespace gbs::widgets {

/// Pointing accuracy as bars with 95 % intervals: a cluster per group of phrases, a bar per map.
class ScoreBars : public QWidget {
    Q_OBJECT

 public:
    explicit ScoreBars(QWidget* parent = nullptr);

    void set_sheet(const ScoreSheet& sheet);
    const ScoreSheet& sheet() const { return sheet_; }
    /// The position of a bar in the widget, in pixels.
    QPoint bar_place(int series, int group) const;

    QSize sizeHint() const override { return {640, 220}; }
    /// Leaves room for every bar.
    QSize minimumSizeHint() const override;

 Q_SIGNALS:
    void bar_clicked(int series, int group);

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void build_bars();
    void take_values();
    void take_palette();
    void click(QCPAbstractPlottable* plottable, int index);

    ScoreSheet sheet_;
    QCustomPlot* plot_;
    QCPBarsGroup* cluster_ = nullptr;
    QVector<QCPBars*> bars_;
    QVector<QCPErrorBars*> errors_;
};

}  // namespace gbs::widgets
