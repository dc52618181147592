// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <functional>
#include <optional>

#include "app/base/task_queue.h"
#include "core/model/batch_grounding.h"
#include "widgets/frame/job_list.h"

namespace gbs::app {

/// The result of a finished job.
struct JobOutcome {
    QString text;          ///< a sentence for the user
    QString path;          ///< the written file or folder
    QStringList failures;  ///< each with its reason
};

/// A long task in its own thread, which can be paused between its items. Signals are emitted in the thread of the object.
class ExportJob : public QObject {
    Q_OBJECT

 public:
    using ProgressHandler = std::function<void(const BatchProgress&)>;
    /// Runs in the thread; throws Error, or Cancelled when the token requests it.
    using Work = std::function<JobOutcome(const ProgressHandler&, const WorkToken&)>;

    ExportJob(const QString& title, Work work, QObject* parent = nullptr);
    ~ExportJob() override;  ///< cancels and waits

    void start();
    void cancel();
    /// Does nothing unless the job runs. What it has begun is finished first: until then the phase is `pausing`.
    void pause();
    void resume();
    /// Lets a paused job wait for others; start() resumes it.
    void wait();
    const widgets::JobState& state() const { return state_; }
    const QStringList& failures() const { return failures_; }

 Q_SIGNALS:
    void changed();
    void ended();

 private:
    void set_phase(widgets::JobState::Phase phase);
    void run(const WorkToken& token);
    void show_progress(const BatchProgress& progress);
    void end(widgets::JobState::Phase phase, const JobOutcome& outcome);

    Work work_;
    widgets::JobState state_;
    QStringList failures_;
    bool started_ = false;
    TaskQueue tasks_;
};

}  // namespace gbs::app
