// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QLabel>
#include <QPainter>
#include <QString>
#include <optional>

#include "core/image/strength_level.h"

namespace gbs::widgets {

/// "strong", "medium", "weak" or "none", translated.
QString strength_name(StrengthLevel level);
/// What the strength of a phrase means, with its number.
QString strength_tip(float strength);
/// The background of a chip; white text on it can be read.
QColor strength_color(StrengthLevel level);
/// Up to three bars, as of a signal, for a narrow place.
void paint_strength_bars(QPainter& painter, const QRect& place, StrengthLevel level, const QColor& color);

/// How likely the photo shows the phrase, as a word on a color. Hidden while the model does not know.
class StrengthChip : public QLabel {
    Q_OBJECT

 public:
    explicit StrengthChip(QWidget* parent = nullptr);

    void set_strength(std::optional<float> strength);

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    StrengthLevel level_ = StrengthLevel::none;
};

}  // namespace gbs::widgets
