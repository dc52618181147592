// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <thread>

#include "app/benchmark/benchmark_result.h"
#include "core/evaluation/benchmark_setup.h"

namespace gbs::app {

/// What was recognised in a folder.
struct BenchmarkAbout {
    QString folder, title, problem;  ///< problem: why it is no benchmark; empty: it is one
    QStringList splits, missing;
    qint64 photos = 0;
    std::shared_ptr<const FolderIndex> index;
};

/// How far a run is.
struct BenchmarkProgress {
    qint64 done = 0, total = 0;
    double per_second = 0;
    double seconds_left = -1;  ///< negative: not known
};

/// Recognises folders and scores benchmarks in a thread of its own, one thing at a time, exactly as `gbs
/// evaluate` does. All signals come in the GUI thread.
class BenchmarkJob : public QObject {
    Q_OBJECT

 public:
    explicit BenchmarkJob(QObject* parent = nullptr);
    ~BenchmarkJob() override;

    bool busy() const { return busy_; }
    void recognize(const QString& folder);
    /// Scores of every phrase go into `file`; `resume` takes up what a stopped or killed run left there.
    /// With a `report` (.html, .md) that is written as well.
    void start(const BenchmarkRequest& request, const QString& file, bool resume, const QString& report = {});
    void stop();

 Q_SIGNALS:
    void recognized(const gbs::app::BenchmarkAbout& about);
    void activity(const QString& what);
    void progressed(const gbs::app::BenchmarkProgress& progress);
    void scored(const gbs::widgets::ScoreSheet& scores);  ///< so far; a few times a second
    void finished(const gbs::app::BenchmarkResultPtr& result);
    void stopped();
    void failed(const QString& reason);

 private:
    void run(const BenchmarkRequest& request, const QString& file, bool resume, const QString& report_file,
             const std::stop_token& stop);
    void begin(std::function<void(std::stop_token)> work);
    /// In the GUI thread, unless this object is gone by then.
    template <class Call>
    void tell(Call call) {
        QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    }

    bool busy_ = false;
    std::jthread thread_;
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::BenchmarkResultPtr)
