// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/log_panel.h"

#include <QFontDatabase>
#include <QScrollBar>

namespace gbs::app {

LogPanel::LogPanel(LogBook& book, QWidget* parent) : QPlainTextEdit(parent) {
    book.document()->setDefaultFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setDocument(book.document());
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(tr("Log"));
    setPlaceholderText(tr("The log is empty."));
    connect(this, &QPlainTextEdit::textChanged, this, [this, last = 0]() mutable {
        QScrollBar* const bar = verticalScrollBar();
        if (bar->value() >= last) bar->setValue(bar->maximum());
        last = bar->maximum();
    });
}

}  // namespace gbs::app
