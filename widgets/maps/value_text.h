// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QString>

namespace gbs::widgets {

/// A number of a map. The window has the user's locale; exported figures and files have QLocale::c().
inline QString value_text(float value, const QLocale& locale = {}, int digits = 2) {
    return locale.toString(static_cast<double>(value), 'f', digits);
}

}  // namespace gbs::widgets
