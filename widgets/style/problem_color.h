// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace gbs::widgets {

/// The red of what is wrong with a field, readable on the window of this palette.
inline QColor problem_color(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128 ? QColor(0xff, 0x8f, 0x88)
                                                             : QColor(0xb3, 0x26, 0x1e);
}

}  // namespace gbs::widgets
