// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "app/benchmark/benchmark_job.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace gbs::app {

/// Starts, pauses and stops a run of a benchmark, and shows its progress. Its buttons are named "start", "resume", "pause" and
/// "stop".
class RunBar : public QWidget {
    Q_OBJECT

 public:
    explicit RunBar(QWidget* parent = nullptr);

    /// Whether a run can be started, and whether a stopped one can be continued.
    void set_ready(bool start, bool resume);
    void set_running(bool running);
    void set_paused(bool paused);
    void show_progress(const BenchmarkProgress& progress);
    void show_paused();                       ///< nothing is computed any more
    void show_activity(const QString& text);  ///< empty: clears it

 Q_SIGNALS:
    void start_requested(bool resume);
    void pause_requested();
    void resume_requested();  ///< of the paused run
    void stop_requested();

 private:
    void refresh();

    bool may_start_ = false, may_resume_ = false;
    bool running_ = false, paused_ = false, at_rest_ = false;
    BenchmarkProgress progress_;  ///< the last one of this run
    QPushButton *start_, *resume_, *pause_, *stop_;
    QProgressBar* bar_;
    QLabel* label_;
};

}  // namespace gbs::app
