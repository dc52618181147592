// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/empty_note.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/style/mnemonic.h"

namespace gbs::widgets {

EmptyNote::EmptyNote(QWidget* covered) : QWidget(covered), text_(new QLabel), button_(new QPushButton) {
    setObjectName(QStringLiteral("empty_note"));
    setAutoFillBackground(true);
    setBackgroundRole(covered->backgroundRole());
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setAlignment(Qt::AlignCenter);
    text_->setForegroundRole(QPalette::PlaceholderText);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addStretch(1);
    layout->addWidget(text_);
    layout->addWidget(button_, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(button_, &QPushButton::clicked, this, &EmptyNote::clicked);
    covered->installEventFilter(this);
    hide();
}

void EmptyNote::set(const QString& text, const QString& button) {
    text_->setText(text);
    caption_ = button;
    button_->setVisible(!button.isEmpty());
    setGeometry(parentWidget()->rect());
    fit_button();
    setVisible(!text.isEmpty());
    raise();
}

QString EmptyNote::text() const {
    return isHidden() ? QString() : text_->text();
}

bool EmptyNote::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void EmptyNote::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit_button();
}

/// In a narrow pane, dots end the caption; the tool tip has all of it.
void EmptyNote::fit_button() {
    button_->setText(caption_);
    const QFontMetrics metrics = button_->fontMetrics();
    const int frame = button_->sizeHint().width() - metrics.size(Qt::TextShowMnemonic, caption_).width();
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - frame;
    button_->setText(metrics.elidedText(caption_, Qt::ElideRight, room, Qt::TextShowMnemonic));
    const QString whole = without_mnemonic(caption_);
    button_->setAccessibleName(whole);
    button_->setToolTip(button_->text() == caption_ ? QString() : whole);
}

}  // namespace gbs::widgets
