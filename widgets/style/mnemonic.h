// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QString>

namespace gbs::widgets {

/// A menu or label text without its mnemonic and ellipsis. Languages without Latin letters append the
/// mnemonic in parentheses: "打开(&O)…".
inline QString without_mnemonic(QString text) {
    static const QRegularExpression appended(QStringLiteral("\\s?\\(&.\\)"));
    return text.remove(appended).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

}  // namespace gbs::widgets
