// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/color_bar_figure.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "widgets/maps/value_text.h"

namespace gbs::widgets {

namespace {

constexpr double bar_height = 10;
constexpr double margin = 5;  ///< on both sides of the bar, for the ticks

QString bar_text(const char* source) {
    return QCoreApplication::translate("ColorBar", source);
}

double place_of(const ColorBarFigure& figure, const QRectF& bar, float value) {
    const float share = (value - figure.range.low) / (figure.range.high - figure.range.low);
    return bar.left() + bar.width() * static_cast<double>(std::clamp(share, 0.F, 1.F));
}

void paint_tick(QPainter& painter, double x, double y, double unit, QColor color) {
    QPainterPath triangle(QPointF(x, y + 0.5 * unit));
    triangle.lineTo(x - 4 * unit, y + 6 * unit);
    triangle.lineTo(x + 4 * unit, y + 6 * unit);
    triangle.closeSubpath();
    painter.fillPath(triangle, color);
}

/// A line across the bar, visible on any color.
void paint_line(QPainter& painter, double x, const QRectF& bar, double unit, Qt::PenStyle style) {
    painter.setPen(QPen(Qt::black, 3 * unit));
    painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
    painter.setPen(QPen(Qt::white, unit, style));
    painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
}

QString limits_of(const ColorBarFigure& figure) {
    switch (figure.limits) {
        case Limits::per_map:
            return bar_text(QT_TRANSLATE_NOOP("ColorBar", "auto"));
        case Limits::shared:
            return bar_text(QT_TRANSLATE_NOOP("ColorBar", "same scale"));
        case Limits::typed:
            if (figure.range != ValueRange()) return bar_text(QT_TRANSLATE_NOOP("ColorBar", "custom"));
            break;
        case Limits::unit:
            break;
    }
    return QStringLiteral("0–1");
}

}  // namespace

QString ColorBarFigure::text(const QLocale& locale) const {
    if (!has_map()) return {};
    return bar_text(QT_TRANSLATE_NOOP("ColorBar", "%1; values %2 to %3"))
        .arg(limits_of(*this), value_text(lowest, locale), value_text(highest, locale));
}

QStringList ColorBarFigure::short_texts(const QLocale& locale) const {
    if (!has_map()) return {};
    const QString which = limits_of(*this);
    return {QStringLiteral("%1; %2–%3").arg(which, value_text(lowest, locale), value_text(highest, locale)),
            which};
}

ColorBarFigure make_color_bar(const HeatmapLayer& layer, const LayerStyle& style, ValueRange range) {
    ColorBarFigure figure;
    figure.name = layer.name;
    figure.color_map = style.color_map;
    figure.limits = style.limits;
    figure.range = range;
    figure.threshold = style.threshold;
    if (layer.empty()) return figure;
    figure.lowest = layer.lowest;
    figure.highest = layer.highest;
    return figure;
}

double color_bar_height(const QFontMetricsF& metrics, double unit) {
    return (bar_height + 9) * unit + metrics.height();
}

void paint_color_bar(QPainter& painter, const ColorBarFigure& figure, const QRectF& target, QColor text,
                     QColor dim, double unit, float pointer, const QLocale& locale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(target.left() + margin * unit, target.top() + unit, target.width() - 2 * margin * unit,
                     bar_height * unit);
    QPainterPath clip;
    clip.addRoundedRect(bar, 2 * unit, 2 * unit);
    painter.save();
    painter.setClipPath(clip, Qt::IntersectClip);
    painter.setOpacity(figure.has_map() ? 1 : 0.35);
    painter.drawImage(bar, color_gradient(figure.color_map, {256, 1}));
    painter.restore();

    const QFontMetricsF metrics(painter.font(), painter.device());
    const QRectF labels(bar.left(), bar.bottom() + 7 * unit, bar.width(), metrics.height());
    const QString low = value_text(figure.range.low, locale), high = value_text(figure.range.high, locale);
    painter.setPen(figure.has_map() ? text : dim);
    // Low values are on the left in every language, as are their colors.
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignAbsolute, low);
    painter.drawText(labels, Qt::AlignRight | Qt::AlignAbsolute, high);
    if (figure.has_map()) {
        for (const float value : {figure.lowest, figure.highest})
            paint_tick(painter, place_of(figure, bar, value), bar.bottom(), unit, text);
        const double taken =
            2 * std::max(metrics.horizontalAdvance(low), metrics.horizontalAdvance(high)) + 16 * unit;
        const double room = labels.width() - taken;
        QString words = figure.text(locale);
        for (const QString& shorter : figure.short_texts(locale))
            if (metrics.horizontalAdvance(words) > room) words = shorter;
        painter.setPen(dim);
        painter.drawText(labels, Qt::AlignHCenter, metrics.elidedText(words, Qt::ElideRight, room));
        // A threshold outside the range is not on the bar.
        if (figure.threshold && *figure.threshold >= figure.range.low &&
            *figure.threshold <= figure.range.high)
            paint_line(painter, place_of(figure, bar, *figure.threshold), bar, unit, Qt::DotLine);
        if (!std::isnan(pointer))
            paint_line(painter, place_of(figure, bar, pointer), bar, unit, Qt::SolidLine);
    }
    painter.restore();
}

}  // namespace gbs::widgets
