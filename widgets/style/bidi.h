// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QChar>
#include <QGuiApplication>
#include <QString>

namespace gbs::widgets {

/// A phrase for a right-to-left window, in its own order: "2 hands" does not become "hands 2". Unchanged in other
/// windows.
inline QString isolated(const QString& phrase) {
    constexpr QChar first_strong(0x2068), end(0x2069);
    return QGuiApplication::isRightToLeft() && !phrase.isEmpty() ? first_strong + phrase + end : phrase;
}

/// The name of a file for a right-to-left window: left to right.
inline QString isolated_name(const QString& name) {
    constexpr QChar left_to_right(0x2066), end(0x2069);
    return QGuiApplication::isRightToLeft() && !name.isEmpty() ? left_to_right + name + end : name;
}

}  // namespace gbs::widgets
