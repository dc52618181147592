// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QWidget>

#include "widgets/frame/job_state.h"

class QVBoxLayout;

namespace gbs::widgets {

class JobRow;

/// The object name of the row of a job.
QString job_row_name(int id);

/// The background jobs with their progress, each with buttons to pause, resume and cancel it. Jobs that have ended stay listed until
/// the user dismisses them.
class JobList : public QWidget {
    Q_OBJECT

 public:
    explicit JobList(QWidget* parent = nullptr);

    /// Adds or updates the row of a job: a child named `job_row_name(id)`.
    void set_job(int id, const JobState& state);
    void remove_job(int id);
    QSize sizeHint() const override { return {320, 150}; }

 Q_SIGNALS:
    void pause_requested(int id);
    void resume_requested(int id);
    void cancel_requested(int id);
    void open_requested(int id);
    void dismissed(int id);

 private:
    int active_rows() const;

    QVBoxLayout* layout_;
    QWidget* empty_;
    QMap<int, JobRow*> rows_;
};

}  // namespace gbs::widgets
