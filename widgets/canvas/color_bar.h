// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "widgets/figures/color_bar_figure.h"

namespace gbs::widgets {

/// The color map of a layer with its limits, ticks at the map's minimum and maximum, and a note if
/// it is stretched.
class ColorBar : public QWidget {
    Q_OBJECT

 public:
    explicit ColorBar(QWidget* parent = nullptr);

    void set_figure(const ColorBarFigure& figure);
    /// Marks the value under the pointer; NaN for none.
    void set_pointer_value(float value);

    /// The contents in words, for accessibility.
    QString text() const { return figure_.text(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    ColorBarFigure figure_;
    float pointer_value_;
};

}  // namespace gbs::widgets
