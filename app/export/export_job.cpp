// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/export_job.h"

#include <chrono>

#include "core/base/error.h"

namespace gbs::app {

using Phase = widgets::JobState::Phase;

namespace {

constexpr auto min_pause = std::chrono::milliseconds(100);  // between progress reports

}  // namespace

ExportJob::ExportJob(const QString& title, Work work, QObject* parent)
    : QObject(parent), work_(std::move(work)) {
    state_.title = title;
    tasks_.when_at_rest([this] {
        deliver(this, {}, [this] {
            if (state_.phase == Phase::pausing && tasks_.at_rest()) set_phase(Phase::paused);
        });
    });
}

ExportJob::~ExportJob() = default;

void ExportJob::set_phase(Phase phase) {
    state_.phase = phase;
    Q_EMIT changed();
}

void ExportJob::start() {
    if (started_)
        tasks_.resume();
    else
        tasks_.submit([this](const WorkToken& token) { run(token); });
    started_ = true;
    set_phase(Phase::running);
}

void ExportJob::cancel() {
    if (state_.ended() || state_.phase == Phase::cancelling) return;
    if (!started_) return end(Phase::cancelled, {});
    tasks_.stop();
    set_phase(Phase::cancelling);
}

void ExportJob::pause() {
    if (state_.phase != Phase::running) return;
    state_.phase = Phase::pausing;
    tasks_.pause();
    Q_EMIT changed();
}

void ExportJob::resume() {
    if (state_.is_paused()) start();
}

void ExportJob::wait() {
    if (state_.phase == Phase::paused) set_phase(Phase::waiting);
}

/// Also reports that the job was cancelled, so it does not use the result that a TaskQueue delivers.
void ExportJob::run(const WorkToken& token) {
    Phase phase = Phase::finished;
    JobOutcome outcome;
    auto last_report = std::chrono::steady_clock::time_point();
    const ProgressHandler report = [this, &last_report](const BatchProgress& progress) {
        const auto now = std::chrono::steady_clock::now();
        // The last one before a pause stays on the screen.
        if (now - last_report < min_pause && progress.done < progress.total && !tasks_.is_paused()) return;
        last_report = now;
        deliver(this, {}, [this, progress] { show_progress(progress); });
    };
    try {
        outcome = work_(report, token);
    } catch (const Cancelled&) {
        phase = Phase::cancelled;
    } catch (...) {
        phase = Phase::failed;
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

void ExportJob::end(Phase phase, const JobOutcome& outcome) {
    state_.phase = phase;
    state_.outcome = outcome.text;
    state_.path = outcome.path;
    failures_ = outcome.failures;
    work_ = {};  // frees the model and photos that it holds
    Q_EMIT changed();
    Q_EMIT ended();
}

}  // namespace gbs::app
