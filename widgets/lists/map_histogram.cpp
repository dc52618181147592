// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/map_histogram.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/maps/color_map.h"
#include "widgets/maps/value_text.h"

namespace gbs::widgets {

namespace {

constexpr int bins = 64, margin = 5;
constexpr float least = 0.01F;  ///< between the limits

}  // namespace

MapHistogram::MapHistogram(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Values of the map"));
    setToolTip(tr(
        "How often each value from 0 to 1 is in the map. Drag the limits of the colors; Left and Right move the "
        "last one, Up and Down choose it."));
    set_map({});
}

void MapHistogram::set_map(const HeatmapLayer& map) {
    counts_.fill(0, map.empty() ? 0 : bins);
    for (const float value : map.values) ++counts_[std::clamp(static_cast<int>(value * bins), 0, bins - 1)];
    update();
}

void MapHistogram::set_colors(ColorMap colors, ValueRange range) {
    colors_ = colors;
    range_ = range;
    setAccessibleDescription(tr("Colors from %1 to %2").arg(value_text(range.low), value_text(range.high)));
    update();
}

double MapHistogram::x_of(float value) const {
    return margin + static_cast<double>(value) * (width() - 2 * margin);
}

float MapHistogram::value_at(double x) const {
    return std::clamp(static_cast<float>((x - margin) / std::max(1, width() - 2 * margin)), 0.F, 1.F);
}

void MapHistogram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    if (!counts_.isEmpty()) {
        // The root shows rare values, too.
        const double most = std::sqrt(*std::max_element(counts_.begin(), counts_.end()));
        const double bar = (width() - 2.0 * margin) / bins;
        for (int i = 0; i < bins; ++i) {
            const double high = std::sqrt(counts_[i]) / std::max(1.0, most) * (height() - 4);
            const float value = (static_cast<float>(i) + 0.5F) / bins;
            const float share = (value - range_.low) / std::max(1e-6F, range_.high - range_.low);
            painter.fillRect(QRectF(margin + i * bar, height() - high, bar + 0.5, high),
                             QColor::fromRgb(color_of(colors_, share)));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const float value : {range_.low, range_.high}) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
        painter.setBrush(palette().color(QPalette::Button));
        painter.drawLine(QPointF(x_of(value), 0), QPointF(x_of(value), height()));
        painter.drawRoundedRect(QRectF(x_of(value) - 3.5, height() / 2.0 - 8, 7, 16), 2, 2);
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void MapHistogram::move(Handle handle, float value) {
    ValueRange range = range_;
    if (handle == Handle::low)
        range.low = std::min(value, range.high - least);
    else
        range.high = std::max(value, range.low + least);
    range = {std::clamp(range.low, 0.F, 1.F), std::clamp(range.high, 0.F, 1.F)};
    if (range.low >= range.high || range == range_) return;
    set_colors(colors_, range);
    Q_EMIT range_dragged(range);
}

void MapHistogram::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const double x = event->position().x();
    dragged_ = std::abs(x - x_of(range_.low)) < std::abs(x - x_of(range_.high)) ? Handle::low : Handle::high;
    last_ = dragged_;
    move(dragged_, value_at(x));
}

void MapHistogram::mouseMoveEvent(QMouseEvent* event) {
    if (dragged_ != Handle::none) move(dragged_, value_at(event->position().x()));
}

void MapHistogram::mouseReleaseEvent(QMouseEvent*) {
    dragged_ = Handle::none;
}

void MapHistogram::keyPressEvent(QKeyEvent* event) {
    const float now = last_ == Handle::low ? range_.low : range_.high;
    switch (event->key()) {
        case Qt::Key_Left:
            return move(last_, now - least);
        case Qt::Key_Right:
            return move(last_, now + least);
        case Qt::Key_Up:
        case Qt::Key_Down:
            last_ = last_ == Handle::low ? Handle::high : Handle::low;
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace gbs::widgets
