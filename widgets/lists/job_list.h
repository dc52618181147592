// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QWidget>

class QVBoxLayout;

namespace gbs::widgets {

/// How far a long work is, as plain values.
struct JobState {
    enum class Phase { waiting, running, cancelling, finished, cancelled, failed };

    QString title;  ///< "Report of 120 photos"
    Phase phase = Phase::waiting;
    int done = 0;
    int total = 0;  ///< 0 while it is unknown
    int failed = 0;
    double rate = 0;           ///< photos a second; 0 while it is unknown
    double seconds_left = -1;  ///< negative while it is unknown
    QString outcome;           ///< how it ended, or why it failed
    QString path;              ///< what it wrote; empty: nothing to open

    bool ended() const { return phase >= Phase::finished; }
    int percent() const { return total > 0 ? static_cast<int>(100.0 * done / total) : 0; }
};

/// "12 of 340 photos, 8.3 a second, 40 s left, 2 failed".
QString describe(const JobState& state);

class JobRow;

/// Long works with their progress, each with a button that ends it; ended ones stay until they are put away.
class JobList : public QWidget {
    Q_OBJECT

 public:
    explicit JobList(QWidget* parent = nullptr);

    /// Adds the job or changes how it is shown.
    void set_job(int id, const JobState& state);
    void remove_job(int id);
    QSize sizeHint() const override { return {320, 150}; }
    QList<int> ids() const { return rows_.keys(); }
    JobRow* row(int id) const { return rows_.value(id); }

 Q_SIGNALS:
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
