// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/run_watcher.h"

#include <algorithm>

#include "app/train/run_scan.h"

namespace gbs::app {

namespace {

struct Look {
    QVector<widgets::RunRow> runs;
    widgets::RunDetails details;
};

}  // namespace

RunWatcher::RunWatcher(QObject* parent) : QObject(parent) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &RunWatcher::look);
}

void RunWatcher::set_folder(const QString& root) {
    root_ = root;
    look();
}

void RunWatcher::set_attached(const QStringList& folders) {
    attached_ = folders;
    look();
}

void RunWatcher::set_detailed(const QString& folder) {
    if (folder == detailed_) return;
    detailed_ = folder;
    look();
}

void RunWatcher::set_watching(bool watching) {
    if (watching == watching_) return;
    watching_ = watching;
    timer_.stop();
    if (watching) look();
}

void RunWatcher::look() {
    if (!watching_) return;
    if (looking_) {
        again_ = true;
        return;
    }
    timer_.stop();
    looking_ = true;
    again_ = false;
    took_.start();
    tasks_.submit(
        this,
        [root = root_, attached = attached_, detailed = detailed_]() -> Look {
            return {scan_runs(root, attached),
                    detailed.isEmpty() ? widgets::RunDetails{} : read_details(detailed)};
        },
        [this](const Look& look) { finish(look.runs, look.details); },
        [this](const QString& reason) {
            log_failure(reason);
            finish({}, {});
        });
}

void RunWatcher::finish(const QVector<widgets::RunRow>& runs, const widgets::RunDetails& details) {
    looking_ = false;
    if (!watching_) return;
    if (again_) return look();  // the input has changed since
    timer_.start(std::max(period_, static_cast<int>(std::min<qint64>(3 * took_.elapsed(), 60000))));
    Q_EMIT looked(runs, details);
}

}  // namespace gbs::app
