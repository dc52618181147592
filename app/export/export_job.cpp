// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/export_job.h"

#include <chrono>

#include "core/base/error.h"

namespace gbs::app {

namespace {

constexpr auto min_pause = std::chrono::milliseconds(100);  // between progress reports

}  // namespace

ExportJob::ExportJob(const QString& title, Work work, QObject* parent)
    : QObject(parent), work_(std::move(work)) {
    state_.title = title;
}

ExportJob::~ExportJob() = default;

void ExportJob::start() {
    state_.phase = widgets::JobState::Phase::running;
    tasks_.submit([this](const std::stop_token& stop) { run(stop); });
    Q_EMIT changed();
}

void ExportJob::cancel() {
    if (state_.ended() || state_.phase == widgets::JobState::Phase::cancelling) return;
    if (state_.phase == widgets::JobState::Phase::waiting)
        return end(widgets::JobState::Phase::cancelled, {});
    state_.phase = widgets::JobState::Phase::cancelling;
    tasks_.stop();
    Q_EMIT changed();
}

/// Also reports that the job was cancelled, so it does not use the result that a TaskQueue delivers.
void ExportJob::run(const std::stop_token& stop) {
    widgets::JobState::Phase phase = widgets::JobState::Phase::finished;
    JobOutcome outcome;
    auto last_report = std::chrono::steady_clock::time_point();
    const ProgressHandler report = [this, &last_report](const BatchProgress& progress) {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_report < min_pause && progress.done < progress.total) return;
        last_report = now;
        deliver(this, {}, [this, progress] { show_progress(progress); });
    };
    try {
        outcome = work_(report, stop);
    } catch (const Cancelled&) {
        phase = widgets::JobState::Phase::cancelled;
    } catch (...) {
        phase = widgets::JobState::Phase::failed;
        outcome.text = describe_exception();
    }
    deliver(this, {}, [this, phase, outcome] { end(phase, outcome); });
}

void ExportJob::show_progress(const BatchProgress& progress) {
    state_.done = static_cast<int>(progress.done);
    state_.total = static_cast<int>(progress.total);
    state_.failed = static_cast<int>(progress.failed);
    state_.rate = progress.photos_per_second;
    state_.seconds_left = progress.seconds_left.value_or(-1);
    Q_EMIT changed();
}

void ExportJob::end(widgets::JobState::Phase phase, const JobOutcome& outcome) {
    state_.phase = phase;
    state_.outcome = outcome.text;
    state_.path = outcome.path;
    failures_ = outcome.failures;
    work_ = {};  // frees the model and photos that it holds
    Q_EMIT changed();
    Q_EMIT ended();
}

}  // namespace gbs::app
