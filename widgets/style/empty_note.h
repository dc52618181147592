// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace gbs::widgets {

/// Covers an empty pane: what it is for, and the button that fills it.
class EmptyNote : public QWidget {
    Q_OBJECT

 public:
    /// For a scroll area or list, pass its viewport.
    explicit EmptyNote(QWidget* covered);

    /// Without a text the pane is uncovered; without a button text there is no button.
    void set(const QString& text, const QString& button = {});
    QString text() const;

 Q_SIGNALS:
    void clicked();

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void fit_button();

    QLabel* text_;
    QPushButton* button_;
    QString caption_;  ///< of the button, which shows what has room
};

}  // namespace gbs::widgets
