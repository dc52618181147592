// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/frame/message_bar.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

struct Look {
    const char* icon;
    QColor accent;
};

Look look_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return {"error", QColor(0xd1, 0x34, 0x38)};
        case Severity::warning:
            return {"warning", QColor(0xc7, 0x7d, 0x0a)};
        case Severity::info:
            break;
    }
    return {"info", QColor(0x1f, 0x6f, 0xeb)};
}

// Milliseconds. A problem can be read again in the log.
constexpr int information_time = 6000, problem_time = 15'000, reading_time = 1000;
constexpr int widest = 720, margin = 12, status_height = 32;

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(x * share + y * (1 - share)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

}  // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), icon_(new QLabel), text_(new QLabel) {
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const close = new QToolButton;
    close->setIcon(line_icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close message"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(10);
    layout->addWidget(icon_);
    layout->addWidget(text_, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    setAutoFillBackground(true);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (underMouse())
            timer_.start(reading_time);
        else
            hide();
    });
    setFrameShape(QFrame::StyledPanel);
    if (parent) parent->installEventFilter(this);
    hide();
}

void MessageBar::show_message(Severity severity, const QString& text) {
    severity_ = severity;
    text_->setText(text);
    setAccessibleDescription(text);
    color();
    show();
    place();
    raise();
    timer_.start(severity == Severity::info ? information_time : problem_time);
}

/// Above the status bar of the parent.
void MessageBar::place() {
    const QWidget* const area = parentWidget();
    if (!area || isHidden()) return;
    const int width = std::min(widest, area->width() - 2 * margin);
    const int height = std::max(layout()->heightForWidth(width), sizeHint().height());
    setGeometry((area->width() - width) / 2, area->height() - status_height - margin - height, width, height);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) place();
    return QFrame::eventFilter(watched, event);
}

QString MessageBar::text() const {
    return isHidden() ? QString() : text_->text();
}

void MessageBar::color() {
    const Look look = look_of(severity_);
    icon_->setPixmap(
        line_icon(QString::fromLatin1(look.icon), look.accent).pixmap(QSize(20, 20), devicePixelRatioF()));
    // The application's palette: during a change of theme the parent may still have the old one.
    QPalette tinted = QApplication::palette();
    tinted.setColor(QPalette::Window, mixed(look.accent, tinted.color(QPalette::Window), 0.16));
    setPalette(tinted);
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) color();
}

}  // namespace gbs::widgets
