// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/benchmark_job.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/report/benchmark_html.h"

namespace gbs::app {

namespace {

constexpr qint64 pause_between_tables = 200;  // milliseconds

BenchmarkAbout recognize_folder(const QString& folder, const std::stop_token& stop) {
    BenchmarkAbout about;
    about.folder = folder;
    try {
        const BenchmarkFolder found = recognize_benchmark(to_path(folder), stop);
        about.title = QString::fromStdString(found.title);
        for (const auto& split : found.splits) about.splits << QString::fromStdString(split.name);
        for (const auto& sentence : found.missing) about.missing << QString::fromStdString(sentence);
        about.index = found.index;
        if (found.index) about.photos = static_cast<qint64>(found.index->photos());
    } catch (const Error& error) {
        about.problem = QString::fromStdString(error.what());
    }
    return about;
}

}  // namespace

BenchmarkJob::BenchmarkJob(QObject* parent) : QObject(parent) {
    qRegisterMetaType<BenchmarkResultPtr>();
    tasks_.when_at_rest([this] {
        notify([this] {
            if (busy_ && tasks_.at_rest()) Q_EMIT paused();
        });
    });
}

BenchmarkJob::~BenchmarkJob() = default;

/// Also reports a stop, so it does not use the result that a TaskQueue delivers.
void BenchmarkJob::begin(std::function<void(const WorkToken&)> work) {
    tasks_.stop();
    tasks_.resume();
    busy_ = true;
    tasks_.submit([this, work = std::move(work)](const WorkToken& token) {
        try {
            work(token);
        } catch (const Cancelled&) {
            notify([this] {
                busy_ = false;
                Q_EMIT stopped();
            });
        } catch (...) {
            notify([this, reason = describe_exception()] {
                busy_ = false;
                Q_EMIT failed(reason);
            });
        }
    });
}

void BenchmarkJob::recognize(const QString& folder) {
    begin([this, folder](const std::stop_token& stop) {
        const BenchmarkAbout about = recognize_folder(folder, stop);
        notify([this, about] {
            busy_ = false;
            Q_EMIT recognized(about);
        });
    });
}

void BenchmarkJob::start(const BenchmarkRequest& request, const QString& file, bool resume,
                         const QString& report) {
    begin([this, request, file, resume, report](const WorkToken& token) {
        run(request, file, resume, report, token);
    });
}

void BenchmarkJob::stop() {
    tasks_.stop();
}

void BenchmarkJob::resume() {
    tasks_.resume();
    if (busy_) Q_EMIT activity(tr("Scoring…"));
}

void BenchmarkJob::run(const BenchmarkRequest& request, const QString& file, bool resume,
                       const QString& report_file, const WorkToken& token) {
    request.check();
    notify([this] { Q_EMIT activity(tr("Reading the benchmark…")); });
    Benchmark benchmark = read_requested(request, {}, token);
    notify([this] { Q_EMIT activity(tr("Loading models…")); });
    const PreparedBenchmark prepared =
        prepare_benchmark(request, std::move(benchmark), open_sources(request));
    auto result = std::make_shared<BenchmarkResult>();
    result->name = QFileInfo(file).completeBaseName();
    result->file = file;
    if (request.models.size() == 1) result->model = QString::fromStdString(request.models[0]);
    result->data.names = prepared.run.names();
    result->photos = prepared.benchmark.about.index;
    BenchmarkReport report = prepared.report();
    ExampleChooser examples(shown_map(prepared.run.names()));
    const WorkClock clock(token);
    QElapsedTimer since_table;
    std::size_t already = 0;
    const auto progress = [&](std::size_t done, std::size_t total) {
        if (since_table.isValid() && since_table.elapsed() < pause_between_tables && done < total &&
            !tasks_.is_paused())
            return;
        since_table.start();
        BenchmarkProgress now{static_cast<qint64>(done), static_cast<qint64>(total), 0, -1};
        if (const double seconds = clock.seconds(); done > already && seconds > 0) {
            now.per_second = static_cast<double>(done - already) / seconds;
            now.seconds_left = static_cast<double>(total - done) / now.per_second;
        }
        notify([this, now, scores = make_sheet(report, result->name)] {
            Q_EMIT progressed(now);
            Q_EMIT scored(scores);
        });
    };
    const auto warnings = score_benchmark(
        prepared, to_path(file), resume,
        [&](std::size_t count) {
            already = count;
            notify([this] { Q_EMIT activity(tr("Scoring…")); });
        },
        [&](const UnitResult& unit) {
            report.add(unit);
            examples.add(unit);
            result->data.results.push_back(unit);
        },
        progress, token);
    result->scores = make_sheet(report, result->name);
    if (!report_file.isEmpty()) {
        notify([this] { Q_EMIT activity(tr("Writing the report…")); });
        write_benchmark_report(to_path(report_file), prepared, report, examples, request.command(), token);
    }
    QStringList told;
    for (const auto& warning : warnings) told << QString::fromStdString(warning);
    notify([this, told, kept = BenchmarkResultPtr(std::move(result))] {
        busy_ = false;
        Q_EMIT scored(kept->scores);
        Q_EMIT finished(kept, told);
    });
}

}  // namespace gbs::app
