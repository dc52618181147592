// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/frame/popover_button.h"

#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {
constexpr QSize pane_size(380, 260);
constexpr int badge_size = 14;
}  // namespace

PopoverButton::PopoverButton(const QString& icon, const QString& text, QWidget* content, QWidget* parent)
    : QToolButton(parent), name_(text), pane_(new QFrame(this, Qt::Popup)) {
    setIcon(line_icon(icon));
    setText(text);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    pane_->setFrameShape(QFrame::StyledPanel);
    auto* const layout = new QVBoxLayout(pane_);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(content);
    connect(this, &QToolButton::clicked, this, &PopoverButton::open);
    set_badge(0);
}

void PopoverButton::set_badge(int count) {
    badge_ = count;
    // The space keeps the number off the text.
    setText(count > 0 ? name_ + QStringLiteral("     ") : name_);
    setAccessibleName(count > 0 ? tr("%1, %n running", nullptr, count).arg(name_) : name_);
    update();
}

void PopoverButton::open() {
    pane_->resize(pane_size);
    const QRect room = screen()->availableGeometry();
    const QPoint corner = mapToGlobal(QPoint(0, 0));
    const int above = corner.y() - pane_size.height();
    pane_->move(std::clamp(corner.x() + width() - pane_size.width(), room.left(),
                           std::max(room.left(), room.right() - pane_size.width())),
                above >= room.top() ? above : corner.y() + height());
    pane_->show();
}

void PopoverButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    if (badge_ == 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect place =
        QStyle::visualRect(layoutDirection(), rect(),
                           {width() - badge_size - 5, (height() - badge_size) / 2, badge_size, badge_size});
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawEllipse(place);
    QFont small = font();
    small.setPixelSize(10);
    small.setBold(true);
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(place, Qt::AlignCenter, QLocale().toString(badge_));
}

}  // namespace gbs::widgets
