// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/elide_name.h"

#include <algorithm>

namespace gbs::widgets {

namespace {

qsizetype shared_start(const QString& a, const QString& b) {
    return std::ranges::mismatch(a, b).in1 - a.begin();
}

qsizetype shared_end(const QString& a, const QString& b) {
    qsizetype count = 0;
    while (count < std::min(a.size(), b.size()) && a[a.size() - 1 - count] == b[b.size() - 1 - count])
        ++count;
    return count;
}

}  // namespace

QString elide_name(const QString& name, const QStringList& neighbors, const QFontMetrics& metrics,
                   int width) {
    const auto fits = [&](const QString& text) { return metrics.horizontalAdvance(text) <= width; };
    if (fits(name)) return name;
    qsizetype start = name.size(), end = name.size();
    for (const QString& neighbor : neighbors) {
        if (neighbor == name) continue;
        start = std::min(start, shared_start(name, neighbor));
        end = std::min(end, shared_end(name, neighbor));
    }
    if (start + end >= name.size()) return metrics.elidedText(name, Qt::ElideMiddle, width);
    const QChar dots(0x2026);
    // The end of the shared beginning is read together with what differs.
    for (qsizetype kept = start - 1; kept >= 0; --kept)
        if (const QString text = dots + name.mid(start - kept); fits(text)) return text;
    const QString differs =
        (start > 0 ? QString(dots) : QString()) + name.mid(start, name.size() - start - end);
    for (qsizetype kept = end - 1; kept >= 0; --kept)
        if (const QString text = differs + dots + name.right(kept); fits(text)) return text;
    return metrics.elidedText(differs, Qt::ElideMiddle, width);
}

}  // namespace gbs::widgets
