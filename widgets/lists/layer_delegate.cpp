// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/layer_delegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/maps/layer_stack.h"
#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

constexpr int layer_row_height = 26;
constexpr int eye_size = 16;
constexpr int layer_gap = 8;
constexpr QSize swatch_size(44, 9);

QRect mirrored(const QRect& part, const QRect& row, Qt::LayoutDirection direction) {
    return QStyle::visualRect(direction, row, part);
}

void toggle(QAbstractItemModel* model, const QModelIndex& index) {
    const bool shown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    model->setData(index, shown ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace

QRect LayerDelegate::eye_rect(const QRect& row, Qt::LayoutDirection direction) {
    return mirrored({row.left() + layer_gap, row.center().y() - eye_size / 2, eye_size, eye_size}, row,
                    direction);
}

void LayerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    row.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    const QStyle* const style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const bool shown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor dim = selected ? text : option.palette.color(QPalette::PlaceholderText);
    const QRect& r = option.rect;
    painter->save();
    line_icon(shown ? QStringLiteral("eye") : QStringLiteral("eye-off"), shown ? text : dim)
        .paint(painter, eye_rect(r, option.direction));
    QRect name(r.left() + 2 * layer_gap + eye_size, r.top(), r.width() - 3 * layer_gap - eye_size,
               r.height());
    if (const QVariant colors = index.data(LayerStack::ColorMapRole); colors.isValid()) {
        const QRect swatch = mirrored(
            {QPoint(r.right() - layer_gap - swatch_size.width(), r.center().y() - swatch_size.height() / 2),
             swatch_size},
            r, option.direction);
        painter->setOpacity(shown ? 1 : 0.4);
        painter->drawImage(swatch, color_gradient(static_cast<ColorMap>(colors.toInt()), {128, 1}));
        painter->setOpacity(1);
        name.setRight(r.right() - 2 * layer_gap - swatch_size.width());
    }
    painter->setPen(shown ? text : dim);
    painter->drawText(
        mirrored(name, r, option.direction),
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    painter->restore();
}

QSize LayerDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {120, std::max(layer_row_height, option.fontMetrics.height() + 8)};
}

bool LayerDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key != Qt::Key_Space && key != Qt::Key_Select) return false;
        toggle(model, index);
        return true;
    }
    if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseButtonPress &&
        event->type() != QEvent::MouseButtonDblClick)
        return false;
    const auto* const mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton ||
        !eye_rect(option.rect, option.direction).adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint()))
        return false;
    if (event->type() == QEvent::MouseButtonRelease) toggle(model, index);
    return true;
}

}  // namespace gbs::widgets
