// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace gbs::widgets {

enum class Severity { info, warning, error };

/// A non-blocking message above the canvas. It stays until it is closed or replaced; information disappears
/// after a few seconds.
class MessageBar : public QFrame {
    Q_OBJECT

 public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show_message(Severity severity, const QString& text);
    QString text() const;

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void color();

    Severity severity_ = Severity::info;
    QLabel* icon_;
    QLabel* text_;
    QTimer timer_;
};

}  // namespace gbs::widgets
