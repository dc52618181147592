// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include "widgets/frame/job_state.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace gbs::widgets {

/// One job of a JobList. Its children are named "progress", "state", "pause", "cancel", "open" and "dismiss".
class JobRow : public QFrame {
    Q_OBJECT

 public:
    explicit JobRow(QWidget* parent = nullptr);

    void set_state(const JobState& state);
    bool ended() const { return ended_; }

 Q_SIGNALS:
    void pause_requested();
    void resume_requested();
    void cancel_requested();
    void open_requested();
    void dismissed();

 private:
    void show_pause(const JobState& state);

    bool ended_ = false, is_paused_ = false;
    QLabel* title_;
    QLabel* text_;
    QProgressBar* bar_;
    QToolButton *pause_, *cancel_, *open_, *dismiss_;
};

}  // namespace gbs::widgets
