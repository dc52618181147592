// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace gbs::widgets {

enum class Severity { info, warning, error };

/// A message above the canvas that never blocks: it stays until it is closed, replaced, or (information) its
/// time is up.
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
