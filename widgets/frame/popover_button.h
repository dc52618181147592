// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QToolButton>

namespace gbs::widgets {

/// A button with a badge that opens a pane above or below it. A click elsewhere closes the pane.
class PopoverButton : public QToolButton {
    Q_OBJECT

 public:
    /// Takes ownership of `content`. `text` is the name of the button.
    PopoverButton(const QString& icon, const QString& text, QWidget* content, QWidget* parent = nullptr);

    /// A number on the button; 0: none.
    void set_badge(int count);
    int badge() const { return badge_; }
    void open();
    QWidget* pane() const { return pane_; }

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    QString name_;
    QFrame* pane_;
    int badge_ = 0;
};

}  // namespace gbs::widgets
