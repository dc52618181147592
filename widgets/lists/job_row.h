// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "widgets/lists/job_list.h"

namespace gbs::widgets {

/// One job of a JobList.
class JobRow : public QFrame {
    Q_OBJECT

 public:
    explicit JobRow(QWidget* parent = nullptr);

    void set_state(const JobState& state);
    bool ended() const { return ended_; }
    QProgressBar* bar() const { return bar_; }
    QLabel* text() const { return text_; }
    QToolButton* cancel_button() const { return cancel_; }
    QToolButton* open_button() const { return open_; }
    QToolButton* dismiss_button() const { return dismiss_; }

 private:
    bool ended_ = false;
    QLabel* title_;
    QLabel* text_;
    QProgressBar* bar_;
    QToolButton *cancel_, *open_, *dismiss_;
};

}  // namespace gbs::widgets
