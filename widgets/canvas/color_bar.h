// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "widgets/figures/color_bar_figure.h"

namespace gbs::widgets {

/// The colours of a layer with the numbers at their ends, and ticks at the map's own lowest and highest
/// value. Says so when the colours are stretched.
class ColorBar : public QWidget {
    Q_OBJECT

 public:
    explicit ColorBar(QWidget* parent = nullptr);

    void set_figure(const ColorBarFigure& figure);
    /// A line at the value under the pointer; NaN for none.
    void set_pointer_value(float value);

    /// What the bar says, for a person who cannot see it and for tests.
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
