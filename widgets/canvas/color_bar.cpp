// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/color_bar.h"

#include <QPainter>
#include <cmath>

namespace gbs::widgets {

ColorBar::ColorBar(QWidget* parent)
    : QWidget(parent), pointer_value_(std::numeric_limits<float>::quiet_NaN()) {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    setFont(small);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    set_figure({});
}

void ColorBar::set_figure(const ColorBarFigure& figure) {
    figure_ = figure;
    setAccessibleName(tr("Color bar %1").arg(figure.name));
    setAccessibleDescription(text());
    const QString what =
        tr("Colors of the values. The triangles mark the lowest and highest values of this map.");
    setToolTip(figure.has_map() ? tr("%1\nNow: %2").arg(what, text()) : what);
    update();
}

void ColorBar::set_pointer_value(float value) {
    if (value == pointer_value_ || (std::isnan(value) && std::isnan(pointer_value_))) return;
    pointer_value_ = value;
    update();
}

QSize ColorBar::sizeHint() const {
    return {200, static_cast<int>(std::ceil(color_bar_height(QFontMetricsF(font()))))};
}

void ColorBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint_color_bar(painter, figure_, rect(), palette().color(QPalette::WindowText),
                    palette().color(QPalette::PlaceholderText), 1, pointer_value_);
}

}  // namespace gbs::widgets
