// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/legend.h"

#include <QCoreApplication>
#include <cmath>

#include "widgets/style/bidi.h"

namespace gbs::widgets {

namespace {

constexpr int max_lines = 3;

}  // namespace

double paint_legend(QPainter* painter, const QFontMetricsF& metrics, const std::vector<LegendEntry>& entries,
                    int left_out, const QRectF& target, QColor text, double unit) {
    const double swatch = 11 * unit, gap = 6 * unit, between = 16 * unit;
    const double line = metrics.height() + 4 * unit;
    const auto more = [](std::size_t count) {
        return QCoreApplication::translate("Legend", "and %1 more").arg(count);
    };
    const double more_width =
        metrics.horizontalAdvance(more(entries.size() + static_cast<std::size_t>(left_out)));
    double x = target.left(), y = target.top();
    const bool mirrored = painter && painter->layoutDirection() == Qt::RightToLeft;
    const auto place = [&](double left, double width) {
        const double from = mirrored ? target.left() + target.right() - left - width : left;
        return QRectF(from, y, width, line);
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double room = target.width() - swatch - gap;
        const QString label = metrics.elidedText(isolated(entries[i].label()), Qt::ElideRight, room);
        const double width = swatch + gap + metrics.horizontalAdvance(label);
        if (x > target.left() && x + width > target.right()) {
            x = target.left();
            y += line;
        }
        const bool last_line = y + 2 * line > target.bottom();
        const bool last = i + 1 == entries.size() && left_out == 0;
        if (last_line && !last && x > target.left() && x + width + between + more_width > target.right()) {
            left_out += static_cast<int>(entries.size() - i);
            break;
        }
        if (painter) {
            QRectF dot = place(x, swatch);
            dot.setHeight(swatch);
            dot.moveTop(y + (line - swatch) / 2);
            painter->setPen(QPen(text, unit));
            painter->setBrush(entries[i].color);
            painter->drawRoundedRect(dot, 2 * unit, 2 * unit);
            painter->setPen(text);
            painter->drawText(place(x + swatch + gap, width - swatch - gap), Qt::AlignVCenter, label);
        }
        x += width + between;
    }
    if (left_out > 0 && painter) {
        painter->setPen(text);
        painter->drawText(place(x, more_width), Qt::AlignVCenter, more(static_cast<std::size_t>(left_out)));
    }
    return entries.empty() ? 0 : y + line - target.top();
}

Legend::Legend(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
}

void Legend::set_entries(const std::vector<LegendEntry>& entries, int left_out) {
    entries_ = entries;
    left_out_ = left_out;
    setAccessibleDescription(text());
    setToolTip(text());
    updateGeometry();
    update();
}

QString Legend::text() const {
    QStringList lines;
    for (const LegendEntry& entry : entries_) lines << entry.label();
    if (left_out_ > 0) lines << tr("and %1 more").arg(left_out_);
    return lines.join(QLatin1Char('\n'));
}

int Legend::heightForWidth(int width) const {
    const QFontMetricsF metrics(font());
    const QRectF most(5, 0, std::max(50, width - 10), max_lines * (metrics.height() + 4) + 1);
    return static_cast<int>(std::ceil(paint_legend(nullptr, metrics, entries_, left_out_, most, {}))) + 2;
}

void Legend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    paint_legend(&painter, QFontMetricsF(font()), entries_, left_out_, QRectF(rect()).adjusted(5, 0, -5, 0),
                 palette().color(QPalette::WindowText));
}

}  // namespace gbs::widgets
