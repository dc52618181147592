#include "widgets/color_bar.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <limits>

namespace gbs {

namespace {

constexpr int bar_height = 10;

QString number(float value) { return QString::number(static_cast<double>(value), 'f', 2); }

}  // namespace

ColorBar::ColorBar(QWidget* parent) : QWidget(parent), pointer_value_(std::numeric_limits<float>::quiet_NaN()) {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    setFont(small);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Colours of the values. The triangles show the lowest and the highest value of this map."));
}

void ColorBar::set_layer(const HeatmapLayer& layer) {
    layer_ = layer;
    refresh();
}

void ColorBar::set_style(const LayerStyle& style) {
    style_ = style;
    refresh();
}

void ColorBar::set_pointer_value(float value) {
    pointer_value_ = value;
    update();
}

QString ColorBar::text() const {
    if (layer_.empty()) return {};
    const QString range = tr("values %1 to %2").arg(number(layer_.lowest), number(layer_.highest));
    return style_.limits == Limits::per_map ? tr("stretched to %1").arg(range) : range;
}

void ColorBar::refresh() {
    setAccessibleName(tr("Colour bar %1").arg(layer_.name));
    setAccessibleDescription(text());
    update();
}

QSize ColorBar::sizeHint() const { return {200, bar_height + 9 + fontMetrics().height()}; }

void ColorBar::draw_tick(QPainter& painter, const QRectF& bar, float value) const {
    const ValueRange range = display_range(layer_, style_.limits);
    const double x = bar.left() + bar.width() * static_cast<double>((value - range.low) / (range.high - range.low));
    QPainterPath triangle(QPointF(x, bar.bottom() + 0.5));
    triangle.lineTo(x - 4, bar.bottom() + 6);
    triangle.lineTo(x + 4, bar.bottom() + 6);
    triangle.closeSubpath();
    painter.fillPath(triangle, palette().color(QPalette::WindowText));
}

void ColorBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(5, 1, width() - 10, bar_height);
    QPainterPath clip;
    clip.addRoundedRect(bar, 2, 2);
    painter.save();
    painter.setClipPath(clip);
    painter.setOpacity(layer_.empty() ? 0.35 : 1);
    painter.drawImage(bar, color_gradient(style_.color_map, {256, 1}));
    painter.restore();

    const ValueRange range = display_range(layer_, style_.limits);
    const QRectF labels(5, bar.bottom() + 7, width() - 10, fontMetrics().height());
    painter.setPen(palette().color(layer_.empty() ? QPalette::PlaceholderText : QPalette::WindowText));
    painter.drawText(labels, Qt::AlignLeft, number(range.low));
    painter.drawText(labels, Qt::AlignRight, number(range.high));
    if (layer_.empty()) return;
    draw_tick(painter, bar, layer_.lowest);
    draw_tick(painter, bar, layer_.highest);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const double taken = 2 * fontMetrics().horizontalAdvance(QStringLiteral("0.00")) + 16;
    painter.drawText(labels, Qt::AlignHCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(labels.width() - taken)));
    if (std::isnan(pointer_value_)) return;
    const double x =
        bar.left() + bar.width() * static_cast<double>((pointer_value_ - range.low) / (range.high - range.low));
    painter.setPen(QPen(Qt::black, 3));
    painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
    painter.setPen(QPen(Qt::white, 1));
    painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
}

}  // namespace gbs
