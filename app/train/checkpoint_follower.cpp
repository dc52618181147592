// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/checkpoint_follower.h"

#include <QFileInfo>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "training/run/run_reader.h"

namespace gbs::app {

CheckpointFollower::CheckpointFollower(QObject* parent) : QObject(parent) {
    set_min_interval(10'000);
    connect(&timer_, &QTimer::timeout, this, [this] { look(false); });
}

void CheckpointFollower::set_min_interval(int interval) {
    min_interval_ = interval;
    timer_.setInterval(interval / 5);
}

void CheckpointFollower::set_run(const QString& folder) {
    if (folder == run_) return;
    run_ = folder;
    reported_ = {};
    since_report_.invalidate();
    if (following_) look(false);
}

void CheckpointFollower::set_following(bool following) {
    following_ = following;
    following ? timer_.start() : timer_.stop();
    if (following) look(false);
}

void CheckpointFollower::ask() {
    look(true);
}

void CheckpointFollower::look(bool asked) {
    if (run_.isEmpty() || (looking_ && !asked)) return;
    if (!asked && since_report_.isValid() && since_report_.elapsed() < min_interval_) return;
    looking_ = true;
    run_in_background(
        this,
        [run = run_]() -> std::pair<QString, Latest> {
            const auto latest = training::latest_checkpoint(to_path(run));
            if (!latest) return {run, {}};
            const QString model = to_qstring(latest->model);
            return {run, {model, latest->step, QFileInfo(model).lastModified()}};
        },
        [this, asked](const std::pair<QString, Latest>& found) {
            looking_ = false;
            if (found.first == run_) take(found.second, asked);
        },
        [this](const QString& reason) {
            looking_ = false;
            log_failure(reason);
        });
}

void CheckpointFollower::take(const Latest& latest, bool asked) {
    if (latest.model.isEmpty()) {
        if (asked) Q_EMIT no_checkpoint(run_);
        return;
    }
    const bool known = latest.model == reported_.model && latest.time == reported_.time;
    if (!asked && (known || !following_)) return;
    reported_ = latest;
    since_report_.start();
    Q_EMIT checkpoint(latest.model, latest.step);
}

}  // namespace gbs::app
