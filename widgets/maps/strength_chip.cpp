// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/maps/strength_chip.h"

#include "widgets/maps/value_text.h"

namespace gbs::widgets {

QString strength_name(StrengthLevel level) {
    switch (level) {
        case StrengthLevel::strong:
            return StrengthChip::tr("strong", "strength of a phrase");
        case StrengthLevel::medium:
            return StrengthChip::tr("medium", "strength of a phrase");
        case StrengthLevel::weak:
            return StrengthChip::tr("weak", "strength of a phrase");
        case StrengthLevel::none:
            break;
    }
    return StrengthChip::tr("none", "strength of a phrase");
}

QString strength_tip(float strength) {
    const StrengthLevel level = strength_level(strength);
    QString meaning;
    switch (level) {
        case StrengthLevel::strong:
            meaning = StrengthChip::tr("At least three of four such phrases are in their photos.");
            break;
        case StrengthLevel::medium:
            meaning = StrengthChip::tr("More likely in the photo than not.");
            break;
        case StrengthLevel::weak:
            meaning = StrengthChip::tr("More likely not in the photo. Look before you believe the map.");
            break;
        case StrengthLevel::none:
            meaning = StrengthChip::tr(
                "Hardly in the photo, or in words that the model does not know. The map points at what comes closest.");
            break;
    }
    return StrengthChip::tr("Strength %1 (%2). %3").arg(value_text(strength), strength_name(level), meaning);
}

QColor strength_color(StrengthLevel level) {
    switch (level) {
        case StrengthLevel::strong:
            return {0x00, 0x76, 0x55};
        case StrengthLevel::medium:
            return {0x1f, 0x68, 0xa8};
        case StrengthLevel::weak:
            return {0xa3, 0x55, 0x00};
        case StrengthLevel::none:
            break;
    }
    return {0x66, 0x6c, 0x76};
}

void paint_strength_bars(QPainter& painter, const QRect& place, StrengthLevel level, const QColor& color) {
    constexpr int bars = 3;
    const double step = static_cast<double>(place.width()) / bars;
    for (int i = 0; i < bars; ++i) {
        const double height = place.height() * (i + 1.0) / bars;
        const QRectF bar(place.left() + i * step, place.bottom() + 1 - height, step - 2, height);
        painter.setPen(Qt::NoPen);
        QColor fill = color;
        if (i >= static_cast<int>(level)) fill.setAlphaF(0.25F);
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, 1, 1);
    }
}

StrengthChip::StrengthChip(QWidget* parent) : QLabel(parent) {
    setObjectName(QStringLiteral("strength"));
    setTextFormat(Qt::PlainText);
    setContentsMargins(8, 1, 8, 1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void StrengthChip::set_strength(std::optional<float> strength) {
    setVisible(strength.has_value());
    if (!strength) return clear();
    level_ = strength_level(*strength);
    setText(strength_name(level_));
    setToolTip(strength_tip(*strength));
    setAccessibleDescription(toolTip());
    QPalette colors = palette();
    colors.setColor(foregroundRole(), Qt::white);
    setPalette(colors);
    update();
}

void StrengthChip::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(strength_color(level_));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.end();
    QLabel::paintEvent(event);
}

}  // namespace gbs::widgets
