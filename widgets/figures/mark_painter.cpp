// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/mark_painter.h"

#include <cmath>

#include "widgets/maps/value_text.h"

#include <QPainterPath>
#include <QSet>
#include <algorithm>
#include <utility>
#include <vector>

#include "widgets/maps/color_map.h"

namespace gbs::widgets {

namespace {

const QColor dark(0, 0, 0, 200);

/// From the color-blind-safe palette of Okabe and Ito.
QColor color_of(FigureBox::Source source) {
    switch (source) {
        case FigureBox::Source::detector:
            return QColor(0xe6, 0x9f, 0x00);
        case FigureBox::Source::truth:
            return QColor(0x6c, 0xc6, 0xf5);
        case FigureBox::Source::drawn:
            break;
    }
    return QColor(0xf0, 0x8c, 0xc3);
}

/// Lengths of strokes and gaps in line widths; empty for a solid line.
QList<qreal> dashes_of(FigureBox::Source source) {
    switch (source) {
        case FigureBox::Source::detector:
            return {5, 3};
        case FigureBox::Source::truth:
            return {};
        case FigureBox::Source::drawn:
            break;
    }
    return {8, 2, 2, 2};
}

QString label_of(const FigureBox& box, const QLocale& locale) {
    if (std::isnan(box.score)) return box.label;
    const QString score = value_text(box.score, locale);
    return box.label.isEmpty() ? score : QStringLiteral("%1 %2").arg(box.label, score);
}

void paint_label(QPainter& painter, const FigureBox& box, const QString& label, const QRectF& rect,
                 const QRectF& area, double unit) {
    QFont font = painter.font();
    font.setPixelSize(std::max(1, static_cast<int>(12 * unit)));
    painter.setFont(font);
    const QFontMetricsF metrics(font, painter.device());
    const double pad = 4 * unit;
    const QString text = metrics.elidedText(label, Qt::ElideRight, std::max(40 * unit, area.width() / 2));
    QRectF ground(rect.left(), 0, metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + pad / 2);
    // Above the box, or inside it if there is no room above.
    ground.moveBottom(rect.top() - unit);
    if (ground.top() < area.top()) ground.moveTop(std::max(area.top(), rect.top() + unit));
    ground.moveLeft(
        std::clamp(ground.left(), area.left(), std::max(area.left(), area.right() - ground.width())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 210));
    painter.drawRoundedRect(ground, 2 * unit, 2 * unit);
    painter.setPen(color_of(box.source).lighter(120));
    painter.drawText(ground, Qt::AlignCenter, text);
}

QPointF center_of(QPoint pixel, const QTransform& to_area) {
    return to_area.map(QPointF(pixel) + QPointF(0.5, 0.5));
}

}  // namespace

void paint_outline(QPainter& painter, const QPainterPath& path, QColor color, double unit,
                   const QList<qreal>& dashes) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(dark, 4 * unit, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(path);
    QPen pen(color, 1.8 * unit, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!dashes.isEmpty()) pen.setDashPattern(dashes);
    painter.setPen(pen);
    painter.drawPath(path);
}

void paint_boxes(QPainter& painter, const std::vector<FigureBox>& boxes, const QRectF& area,
                 const QTransform& to_area, double unit, const QLocale& locale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const FigureBox& box : boxes) {
        const QRectF rect = to_area.mapRect(box.rect);
        if (!rect.intersects(area)) continue;
        QPainterPath path;
        if (box.polygon.isEmpty()) {
            path.addRect(rect);
        } else {
            path.addPolygon(to_area.map(box.polygon));
            path.closeSubpath();
        }
        paint_outline(painter, path, color_of(box.source), unit, dashes_of(box.source));
    }
    // Labels go last so that no outline crosses them.
    for (const FigureBox& box : boxes) {
        const QRectF rect = to_area.mapRect(box.rect);
        const QString label = label_of(box, locale);
        if (!label.isEmpty() && rect.intersects(area)) paint_label(painter, box, label, rect, area, unit);
    }
    painter.restore();
}

void paint_peak(QPainter& painter, QPoint pixel, const QTransform& to_area, double unit) {
    const QPointF center = center_of(pixel, to_area);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, width] : {std::pair{dark, 4.0}, std::pair{QColor(Qt::white), 1.8}}) {
        painter.setPen(QPen(color, width * unit));
        painter.drawEllipse(center, 8 * unit, 8 * unit);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(dark);
    painter.drawEllipse(center, 2.4 * unit, 2.4 * unit);
    painter.setBrush(Qt::white);
    painter.drawEllipse(center, 1.3 * unit, 1.3 * unit);
    painter.restore();
}

void paint_peak_marks(QPainter& painter, const std::vector<PeakMark>& marks, const QRectF& area,
                      const QTransform& to_area, double unit) {
    const QRectF near_area = area.adjusted(-11 * unit, -11 * unit, 11 * unit, 11 * unit);
    // Draw only the topmost of several marks at one pixel: a thousand phrases share a few hundred peaks.
    std::vector<const PeakMark*> seen;
    QSet<QPoint> taken;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        if (taken.contains(mark->pixel)) continue;
        taken.insert(mark->pixel);
        seen.push_back(&*mark);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (auto mark = seen.rbegin(); mark != seen.rend(); ++mark) {
        const QPointF center = center_of((*mark)->pixel, to_area);
        if (!near_area.contains(center)) continue;
        const double radius = (*mark)->letter.isEmpty() ? 4.2 * unit : 8 * unit;
        painter.setPen(QPen(dark, unit));
        painter.setBrush(Qt::white);
        painter.drawEllipse(center, radius + 1.8 * unit, radius + 1.8 * unit);
        painter.setPen(Qt::NoPen);
        painter.setBrush((*mark)->color);
        painter.drawEllipse(center, radius, radius);
        if ((*mark)->letter.isEmpty()) continue;
        QFont font = painter.font();
        font.setBold(true);
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(11 * unit))));
        painter.setFont(font);
        painter.setPen(QColor::fromRgb(text_color_on((*mark)->color.rgb())));
        painter.drawText(QRectF(center.x() - 2 * radius, center.y() - radius, 4 * radius, 2 * radius),
                         Qt::AlignCenter, (*mark)->letter);
    }
    painter.restore();
}

void paint_points(QPainter& painter, const std::vector<QPoint>& points, const QTransform& to_area,
                  double unit) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QPoint& point : points) {
        const QPointF center = center_of(point, to_area);
        const double arm = 7 * unit;
        QPainterPath cross(center - QPointF(arm, arm));
        cross.lineTo(center + QPointF(arm, arm));
        cross.moveTo(center + QPointF(-arm, arm));
        cross.lineTo(center + QPointF(arm, -arm));
        paint_outline(painter, cross, color_of(FigureBox::Source::drawn), unit * 1.2);
    }
    painter.restore();
}

}  // namespace gbs::widgets
