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

ExportJob::~ExportJob() = default;  // the thread's destructor cancels and waits

void ExportJob::start() {
    state_.phase = widgets::JobState::Phase::running;
    thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
    Q_EMIT changed();
}

void ExportJob::cancel() {
    if (state_.ended() || state_.phase == widgets::JobState::Phase::cancelling) return;
    if (state_.phase == widgets::JobState::Phase::waiting)
        return end(widgets::JobState::Phase::cancelled, {});
    state_.phase = widgets::JobState::Phase::cancelling;
    thread_.request_stop();
    Q_EMIT changed();
}

void ExportJob::run(std::stop_token stop) {
    widgets::JobState::Phase phase = widgets::JobState::Phase::finished;
    JobOutcome outcome;
    auto last_report = std::chrono::steady_clock::time_point();
    const ProgressHandler report = [this, &last_report](const BatchProgress& progress) {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_report < min_pause && progress.done < progress.total) return;
        last_report = now;
        QMetaObject::invokeMethod(
            this, [this, progress] { show_progress(progress); }, Qt::QueuedConnection);
    };
    try {
        outcome = work_(report, stop);
    } catch (const Cancelled&) {
        phase = widgets::JobState::Phase::cancelled;
    } catch (const std::bad_alloc&) {
        phase = widgets::JobState::Phase::failed;
        outcome.text = tr("Not enough memory.");
    } catch (const std::exception& error) {
        phase = widgets::JobState::Phase::failed;
        outcome.text = QString::fromUtf8(error.what());
    }
    QMetaObject::invokeMethod(
        this, [this, phase, outcome] { end(phase, outcome); }, Qt::QueuedConnection);
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
