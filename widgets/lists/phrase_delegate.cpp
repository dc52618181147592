// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/phrase_delegate.h"

#include <QApplication>
#include <QPainter>

#include "widgets/lists/phrase_model.h"
#include "widgets/maps/color_map.h"
#include "widgets/maps/strength_chip.h"
#include "widgets/maps/value_text.h"
#include "widgets/style/bidi.h"
#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

constexpr int row_height = 34;
constexpr int button = 18;
constexpr int swatch = 19;
constexpr int gap = 8;
constexpr int bars_width = 15, bars_height = 12, verdict_size = 16, photo_size = 14;

/// The letter of the phrase on its color, as on the canvas.
void paint_letter(QPainter* painter, const PhraseItem& item, const QString& letter, const QRect& place,
                  const QColor& edge) {
    painter->save();
    painter->setPen(QPen(edge, 1.2));
    painter->setBrush(item.hidden ? QBrush(Qt::NoBrush) : QBrush(item.color));
    painter->drawEllipse(QRectF(place));
    QFont font = painter->font();
    font.setBold(true);
    font.setPixelSize(letter.size() > 2 ? 8 : 11);
    painter->setFont(font);
    painter->setPen(item.hidden ? edge : QColor::fromRgb(text_color_on(item.color.rgb())));
    painter->drawText(place, Qt::AlignCenter, letter);
    painter->restore();
}

QString score_text(const PhraseItem& item) {
    switch (item.state) {
        case PhraseState::ready:
            return value_text(item.peak_value);
        case PhraseState::computing:
        case PhraseState::waiting:
            return QStringLiteral("…");
        case PhraseState::failed:
            return QStringLiteral("!");
    }
    return {};
}

}  // namespace

QRect PhraseDelegate::remove_rect(const QRect& row, Qt::LayoutDirection direction) {
    const QRect rect(row.right() - gap - button + 1, row.center().y() - button / 2, button, button);
    return QStyle::visualRect(direction, row, rect);
}

QRect PhraseDelegate::eye_rect(const QRect& row, Qt::LayoutDirection direction) {
    const QRect rect(row.right() - 2 * (gap + button) + 1, row.center().y() - button / 2, button, button);
    return QStyle::visualRect(direction, row, rect);
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
    const auto placed = [&option, &r](const QRect& rect) {
        return QStyle::visualRect(option.direction, r, rect);
    };
    paint_letter(painter, item, PhraseModel::letter(index.row()),
                 placed({r.left() + gap, r.center().y() - swatch / 2, swatch, swatch}),
                 item.hidden ? dim : (selected ? QColor(Qt::white) : item.color.darker(115)));

    const QRect eye = eye_rect(r, option.direction);
    const int score_width = option.fontMetrics.horizontalAdvance(QStringLiteral("0.00"));
    const int score_left = r.right() - 2 * (gap + button) + 1 - gap - score_width;
    painter->setPen(item.state == PhraseState::failed && !selected ? QColor(0xd1, 0x34, 0x38) : dim);
    painter->drawText(placed({score_left, r.top(), score_width, r.height()}), Qt::AlignCenter,
                      score_text(item));
    int text_right = score_left - gap;
    if (const auto verdict = index.data(PhraseModel::VerdictRole).value<GivenVerdict>();
        !verdict.icon.isEmpty()) {
        text_right -= verdict_size + gap / 2;
        line_icon(verdict.icon, selected ? text : verdict.color.lighter(text.lightness() > 128 ? 150 : 100))
            .paint(painter, placed({text_right + gap / 2, r.center().y() - verdict_size / 2, verdict_size,
                                    verdict_size}));
    }
    if (item.strength) {
        text_right -= bars_width + gap;
        const StrengthLevel level = strength_level(*item.strength);
        paint_strength_bars(
            *painter, placed({text_right + gap, r.center().y() - bars_height / 2, bars_width, bars_height}),
            level, selected ? text : strength_color(level).lighter(text.lightness() > 128 ? 160 : 100));
    }
    if (!item.photo.isEmpty()) {
        // Of this photo only.
        text_right -= photo_size + gap / 2;
        line_icon(QStringLiteral("image"), dim)
            .paint(painter,
                   placed({text_right + gap / 2, r.center().y() - photo_size / 2, photo_size, photo_size}));
    }
    const int text_left = r.left() + 2 * gap + swatch;
    const QRect text_rect = placed({text_left, r.top(), text_right - text_left, r.height()});
    painter->setPen(item.hidden ? dim : text);
    painter->drawText(text_rect, QStyle::visualAlignment(option.direction, Qt::AlignVCenter | Qt::AlignLeft),
                      option.fontMetrics.elidedText(isolated(item.text), Qt::ElideRight, text_rect.width()));
    line_icon(item.hidden ? QStringLiteral("eye-off") : QStringLiteral("eye"), dim).paint(painter, eye);
    if (selected || option.state & QStyle::State_MouseOver)
        line_icon(QStringLiteral("close"), dim)
            .paint(painter, remove_rect(r, option.direction).adjusted(1, 1, -1, -1));
    painter->restore();
}

QSize PhraseDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {120, std::max(row_height, option.fontMetrics.height() + 12)};
}

}  // namespace gbs::widgets
