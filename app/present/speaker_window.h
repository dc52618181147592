// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QTimer>
#include <QWidget>

#include "app/present/presenter.h"

namespace gbs::app {

/// What the speaker sees on another screen: the phrase, the note, what comes next, and the time.
class SpeakerWindow : public QWidget {
    Q_OBJECT

 public:
    explicit SpeakerWindow(const Presenter* presenter, QWidget* parent = nullptr);

 Q_SIGNALS:
    void key_pressed(QKeyEvent* event);  ///< for the presentation

 protected:
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void refresh();
    void show_time();

    const Presenter* presenter_;
    QLabel *phrase_, *note_, *next_, *place_, *time_;
    QElapsedTimer clock_;
    QTimer timer_{this};
};

}  // namespace gbs::app
