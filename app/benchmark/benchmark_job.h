// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include "app/base/task_queue.h"
#include "app/benchmark/benchmark_result.h"
#include "core/evaluation/benchmark_setup.h"

namespace gbs::app {

/// The benchmark that was recognized in a folder.
struct BenchmarkAbout {
    QString folder, title, problem;  ///< problem: why the folder is not a benchmark; empty if it is one
    QStringList splits, missing;
    qint64 photos = 0;
    std::shared_ptr<const FolderIndex> index;
};

/// The progress of a run.
struct BenchmarkProgress {
    qint64 done = 0, total = 0;
    double per_second = 0;
    double seconds_left = -1;  ///< negative if unknown
};

/// Recognizes folders and scores benchmarks in a background thread, one task at a time, with the same code as
/// `gbs evaluate`. All signals are emitted in the GUI thread.
class BenchmarkJob : public QObject {
    Q_OBJECT

 public:
    explicit BenchmarkJob(QObject* parent = nullptr);
    ~BenchmarkJob() override;

    bool busy() const { return busy_; }
    void recognize(const QString& folder);
    /// Writes the scores of every phrase to `file`; `resume` continues a stopped or killed run. Also writes
    /// `report` (.html or .md) unless it is empty.
    void start(const BenchmarkRequest& request, const QString& file, bool resume, const QString& report = {});
    void stop();
    /// Lets the run wait; paused() follows when what it has begun is finished.
    void pause() { tasks_.pause(); }
    void resume();

 Q_SIGNALS:
    void recognized(const gbs::app::BenchmarkAbout& about);
    void activity(const QString& text);
    void progressed(const gbs::app::BenchmarkProgress& progress);
    void scored(const gbs::widgets::ScoreSheet& scores);  ///< the scores so far, a few times per second
    /// `warnings`: what was scored although it does not fit, as the log says it.
    void finished(const gbs::app::BenchmarkResultPtr& result, const QStringList& warnings);
    void paused();
    void stopped();
    void failed(const QString& reason);

 private:
    void run(const BenchmarkRequest& request, const QString& file, bool resume, const QString& report_file,
             const WorkToken& token);
    void begin(std::function<void(const WorkToken&)> work);
    /// Calls `call` in the GUI thread.
    void notify(std::function<void()> call) { deliver(this, {}, std::move(call)); }

    bool busy_ = false;
    TaskQueue tasks_;
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::BenchmarkResultPtr)
