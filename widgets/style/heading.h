// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace gbs::widgets {

/// A bold label, the title of a part of a panel.
inline QLabel* make_heading(const QString& text) {
    auto* const label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}  // namespace gbs::widgets
