// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/image_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <utility>

#include "widgets/lists/image_list_model.h"
#include "widgets/style/bidi.h"
#include "widgets/style/elide_name.h"

namespace gbs::widgets {

namespace {

constexpr int badge = 14;  ///< diameter
constexpr int gap = 4;

/// Distinct in shape and color. The colors are from the color-blind-safe palette of Okabe and Ito.
struct Badge {
    enum Shape { tick, cross, question, slash } shape;
    QRgb color;
    int count;
};

QPainterPath sign(Badge::Shape shape, const QPointF& c) {
    QPainterPath path;
    switch (shape) {
        case Badge::tick:
            path.moveTo(c + QPointF(-3.2, 0.2));
            path.lineTo(c + QPointF(-0.9, 2.6));
            path.lineTo(c + QPointF(3.3, -2.4));
            break;
        case Badge::cross:
            path.moveTo(c + QPointF(-2.5, -2.5));
            path.lineTo(c + QPointF(2.5, 2.5));
            path.moveTo(c + QPointF(2.5, -2.5));
            path.lineTo(c + QPointF(-2.5, 2.5));
            break;
        case Badge::question:
            path.moveTo(c + QPointF(-2.1, -1.7));
            path.cubicTo(c + QPointF(-1.9, -4.6), c + QPointF(2.6, -4.4), c + QPointF(2, -1.4));
            path.cubicTo(c + QPointF(1.7, -0.2), c + QPointF(0, -0.2), c + QPointF(0, 1.4));
            path.moveTo(c + QPointF(0, 3.4));
            path.lineTo(c + QPointF(0, 3.5));
            break;
        case Badge::slash:
            path.addEllipse(c, 3.4, 3.4);
            path.moveTo(c + QPointF(-2.3, 2.3));
            path.lineTo(c + QPointF(2.3, -2.3));
            break;
    }
    return path;
}

/// Draws the badge with its left edge at `x`. Returns its width.
int draw_badge(QPainter& painter, const Badge& what, int x, int middle, const QColor& text) {
    const QPointF center(x + badge / 2.0, middle + 0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(what.color));
    painter.drawEllipse(center, badge / 2.0, badge / 2.0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(sign(what.shape, center));
    if (what.count < 2) return badge;
    const QString count = QLocale().toString(what.count);
    const int width = painter.fontMetrics().horizontalAdvance(count);
    painter.setPen(text);
    painter.drawText(QRect(x + badge + 2, middle - badge, width + 1, 2 * badge),
                     Qt::AlignVCenter | Qt::AlignLeft, count);
    return badge + 2 + width;
}

int width_of(const Badge& what, const QFontMetrics& metrics) {
    return what.count < 2 ? badge : badge + 2 + metrics.horizontalAdvance(QLocale().toString(what.count));
}

void draw_badges(QPainter& painter, const VerdictSummary& verdict, const QRect& line,
                 Qt::LayoutDirection direction, const QColor& text) {
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = direction == Qt::RightToLeft;
    int x = mirrored ? line.right() + 1 : line.left();
    for (const Badge& what :
         {Badge{Badge::tick, 0xff00805d, verdict.right}, Badge{Badge::cross, 0xffc44f00, verdict.wrong},
          Badge{Badge::question, 0xff5d6470, verdict.unsure},
          Badge{Badge::slash, 0xff0072b2, verdict.absent}}) {
        if (what.count == 0) continue;
        const int width = width_of(what, painter.fontMetrics());
        if (mirrored) x -= width;
        draw_badge(painter, what, x, line.center().y(), text);
        x += mirrored ? -2 * gap : width + 2 * gap;
    }
}

}  // namespace

void ImageDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    QStringList neighbors;
    for (const int step : {-1, 1})
        if (const QModelIndex other = index.siblingAtRow(index.row() + step); other.isValid())
            neighbors << other.data(Qt::DisplayRole).toString();
    const QStyle* const style = option->widget ? option->widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option->widget) + 1;
    const int room =
        style->subElementRect(QStyle::SE_ItemViewItemText, option, option->widget).width() - 2 * margin;
    option->text = isolated_name(elide_name(option->text, neighbors, option->fontMetrics, room));
}

void ImageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const auto verdict = index.data(ImageListModel::VerdictRole).value<VerdictSummary>();
    if (verdict.total() == 0) return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QStyle* const style = row.widget ? row.widget->style() : QApplication::style();
    // Let the style draw everything but the text, then draw two lines into its text area.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, row.widget) + 1;
    const QRect place =
        style->subElementRect(QStyle::SE_ItemViewItemText, &row, row.widget).adjusted(margin, 0, -margin, 0);
    const QString name = std::exchange(row.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool selected = row.state & QStyle::State_Selected;
    const QPalette::ColorGroup group =
        row.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor text = row.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const int line_height = row.fontMetrics.height();
    const int top = place.center().y() - (line_height + gap + badge) / 2;
    painter->save();
    painter->setFont(row.font);
    painter->setPen(text);
    painter->drawText(
        QRect(place.left(), top, place.width(), line_height),
        static_cast<int>(QStyle::visualAlignment(row.direction, Qt::AlignLeft) | Qt::AlignVCenter),
        row.fontMetrics.elidedText(name, row.textElideMode, place.width()));
    draw_badges(*painter, verdict, QRect(place.left(), top + line_height + gap, place.width(), badge),
                row.direction, text);
    painter->restore();
}

}  // namespace gbs::widgets
