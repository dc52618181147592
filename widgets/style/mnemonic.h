// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QString>

namespace gbs::widgets {

/// A text of a menu or a label as it is read: without its mnemonic, which languages without Latin letters
/// append in brackets ("打开(&O)…"), and without the ellipsis.
inline QString without_mnemonic(QString text) {
    static const QRegularExpression appended(QStringLiteral("\\s?\\(&.\\)"));
    return text.remove(appended).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

}  // namespace gbs::widgets
