// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/plain_tips.h"

#include <QEvent>
#include <QLabel>
#include <QTextBoundaryFinder>

namespace gbs::widgets {

namespace {

constexpr int line_letters = 80;

/// Letters as wide as two count twice.
int width_of(QStringView text) {
    int width = 0;
    for (const QChar letter : text) width += letter.unicode() >= 0x2E80 ? 2 : 1;
    return width;
}

QString wrapped_line(const QString& line) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, line);
    QStringList lines;
    qsizetype start = 0, end = 0;
    while (finder.toNextBoundary() >= 0) {
        const qsizetype next = finder.position();
        if (end > start && width_of(QStringView(line).mid(start, next - start).trimmed()) > line_letters) {
            lines << line.mid(start, end - start).trimmed();
            start = end;
        }
        end = next;
    }
    lines << line.mid(start);
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

bool PlainTips::eventFilter(QObject* watched, QEvent* event) {
    // The label of tips is polished before it gets its text.
    if (event->type() == QEvent::Polish && watched->inherits("QTipLabel"))
        static_cast<QLabel*>(watched)->setTextFormat(Qt::PlainText);
    return QObject::eventFilter(watched, event);
}

QString wrapped_tip(const QString& text) {
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString& line : lines) line = wrapped_line(line);
    return lines.join(QLatin1Char('\n'));
}

}  // namespace gbs::widgets
