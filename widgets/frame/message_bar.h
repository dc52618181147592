// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace gbs::widgets {

enum class Severity { info, warning, error };

/// A message over the lower edge of its parent, which it never moves. It disappears after a while, information
/// soonest, unless the pointer is on it; closing and the next message end it at once.
class MessageBar : public QFrame {
    Q_OBJECT

 public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show_message(Severity severity, const QString& text);
    QString text() const;

 protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void color();
    void place();

    Severity severity_ = Severity::info;
    QLabel* icon_;
    QLabel* text_;
    QTimer timer_;
};

}  // namespace gbs::widgets
