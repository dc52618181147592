// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/checkpoint_follower.h"

#include <QFileInfo>

#include "app/base/convert.h"
#include "app/base/in_background.h"
#include "training/run/run_reader.h"

namespace gbs::app {

CheckpointFollower::CheckpointFollower(QObject* parent) : QObject(parent) {
    set_shortest_pause(10'000);
    connect(&timer_, &QTimer::timeout, this, [this] { look(false); });
}

void CheckpointFollower::set_shortest_pause(int pause) {
    shortest_pause_ = pause;
    timer_.setInterval(pause / 5);
}

void CheckpointFollower::set_run(const QString& folder) {
    if (folder == run_) return;
    run_ = folder;
    told_ = {};
    since_told_.invalidate();
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
    if (!asked && since_told_.isValid() && since_told_.elapsed() < shortest_pause_) return;
    looking_ = true;
    run_in_background(
        this,
        [run = run_]() -> std::pair<QString, Newest> {
            const auto latest = training::latest_checkpoint(to_path(run));
            if (!latest) return {run, {}};
            const QString model = to_qstring(latest->model);
            return {run, {model, latest->step, QFileInfo(model).lastModified()}};
        },
        [this, asked](const std::pair<QString, Newest>& found) {
            looking_ = false;
            if (found.first == run_) take(found.second, asked);
        });
}

void CheckpointFollower::take(const Newest& newest, bool asked) {
    if (newest.model.isEmpty()) {
        if (asked) Q_EMIT no_checkpoint(run_);
        return;
    }
    const bool known = newest.model == told_.model && newest.time == told_.time;
    if (!asked && (known || !following_)) return;
    told_ = newest;
    since_told_.start();
    Q_EMIT checkpoint(newest.model, newest.step);
}

}  // namespace gbs::app
