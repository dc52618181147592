#include "widgets/phrase_delegate.h"

#include <QApplication>
#include <QPainter>

#include "widgets/icons.h"
#include "widgets/phrase_model.h"

namespace gbs {

namespace {

constexpr int row_height = 34;
constexpr int button = 18;
constexpr int gap = 8;

QString score_text(const PhraseItem& item) {
    switch (item.state) {
        case PhraseState::ready:
            return QString::number(static_cast<double>(item.peak_value), 'f', 2);
        case PhraseState::computing:
        case PhraseState::waiting:
            return QStringLiteral("…");
        case PhraseState::failed:
            return QStringLiteral("!");
    }
    return {};
}

}  // namespace

QRect PhraseDelegate::remove_rect(const QRect& row) {
    return {row.right() - gap - button + 1, row.center().y() - button / 2, button, button};
}

QRect PhraseDelegate::eye_rect(const QRect& row) {
    return remove_rect(row).translated(-button - gap, 0);
}

void PhraseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const auto item = index.data(PhraseModel::ItemRole).value<PhraseItem>();
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle* const style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    QColor dim = selected ? text : option.palette.color(QPalette::PlaceholderText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect& r = option.rect;
    const QRectF swatch(r.left() + gap, r.center().y() - 5, 11, 11);
    painter->setPen(QPen(item.hidden ? dim : (selected ? QColor(Qt::white) : item.color.darker(115)), 1.2));
    painter->setBrush(item.hidden ? QBrush(Qt::NoBrush) : QBrush(item.color));
    painter->drawEllipse(swatch);

    const QRect eye = eye_rect(r);
    const QString score = score_text(item);
    const int score_width = option.fontMetrics.horizontalAdvance(QStringLiteral("0.00"));
    const QRect score_rect(eye.left() - gap - score_width, r.top(), score_width, r.height());
    painter->setPen(item.state == PhraseState::failed && !selected ? QColor(0xd1, 0x34, 0x38) : dim);
    painter->drawText(score_rect, Qt::AlignVCenter | Qt::AlignRight, score);
    const QRect text_rect(r.left() + 2 * gap + 12, r.top(), score_rect.left() - r.left() - 3 * gap - 12,
                          r.height());
    painter->setPen(item.hidden ? dim : text);
    painter->drawText(text_rect, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(item.text, Qt::ElideRight, text_rect.width()));
    line_icon(item.hidden ? QStringLiteral("eye-off") : QStringLiteral("eye"), dim).paint(painter, eye);
    if (selected || option.state & QStyle::State_MouseOver)
        line_icon(QStringLiteral("close"), dim).paint(painter, remove_rect(r).adjusted(1, 1, -1, -1));
    painter->restore();
}

QSize PhraseDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {120, std::max(row_height, option.fontMetrics.height() + 12)};
}

}  // namespace gbs
