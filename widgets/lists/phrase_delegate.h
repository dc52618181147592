// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace gbs::widgets {

/// Draws a phrase with its color, peak value and two buttons, show/hide and remove. PhrasePanel
/// handles their clicks.
class PhraseDelegate : public QStyledItemDelegate {
    Q_OBJECT

 public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static QRect eye_rect(const QRect& row, Qt::LayoutDirection direction);
    static QRect remove_rect(const QRect& row, Qt::LayoutDirection direction);
};

}  // namespace gbs::widgets
