// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/export_queue.h"

#include <algorithm>

namespace gbs::app {

ExportQueue::ExportQueue(QObject* parent) : QObject(parent) {}

int ExportQueue::add(const QString& title, Lane lane, ExportJob::Work work) {
    const int id = ++last_id_;
    auto* const job = new ExportJob(title, std::move(work), this);
    jobs_[id] = job;
    if (lane == Lane::quick) quick_.insert(job);
    follow(id, job);
    Q_EMIT changed(id);
    if (lane == Lane::quick)
        job->start();
    else
        start_next();
    return id;
}

void ExportQueue::follow(int id, ExportJob* job) {
    connect(job, &ExportJob::changed, this, [this, id, job] {
        Q_EMIT changed(id);
        if (grounding_ != job || job->state().phase != widgets::JobState::Phase::paused) return;
        grounding_ = nullptr;
        start_next();
    });
    connect(job, &ExportJob::ended, this, [this, id, job] {
        if (grounding_ == job) grounding_ = nullptr;
        Q_EMIT ended(id);
        start_next();
        if (active() == 0) Q_EMIT idle();
    });
}

int ExportQueue::active() const {
    return static_cast<int>(
        std::ranges::count_if(jobs_, [](const ExportJob* job) { return !job->state().ended(); }));
}

void ExportQueue::start_next() {
    if (grounding_) return;
    // Quick jobs never wait, so this finds grounding jobs only.
    const auto waiting = std::ranges::find_if(
        jobs_, [](const ExportJob* job) { return job->state().phase == widgets::JobState::Phase::waiting; });
    if (waiting == jobs_.end()) return;
    grounding_ = *waiting;
    grounding_->start();
}

void ExportQueue::pause(int id) {
    if (ExportJob* const job = jobs_.value(id)) job->pause();
}

void ExportQueue::resume(int id) {
    ExportJob* const job = jobs_.value(id);
    if (!job) return;
    if (quick_.contains(job) || grounding_ == job) return job->resume();
    job->wait();
    start_next();
}

void ExportQueue::cancel(int id) {
    if (ExportJob* const job = jobs_.value(id)) job->cancel();
}

void ExportQueue::cancel_all() {
    // From the last to the first, so that no waiting job starts when a running one ends.
    const QList<ExportJob*> jobs = jobs_.values();
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) (*job)->cancel();
}

void ExportQueue::remove(int id) {
    ExportJob* const job = jobs_.value(id);
    if (!job || !job->state().ended()) return;
    jobs_.remove(id);
    quick_.remove(job);
    job->deleteLater();
    Q_EMIT removed(id);
}

}  // namespace gbs::app
