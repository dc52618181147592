// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/run_scan.h"

#include <signal.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <cerrno>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "training/run/run_files.h"
#include "training/run/run_reader.h"

namespace gbs::app {

namespace {

constexpr qint64 log_tail = 16 << 10;    // bytes shown of a log
constexpr qint64 max_startup = 10 * 60;  // seconds until a trainer's first status

QString in(const QString& folder, const char* name) {
    return folder + QLatin1Char('/') + QLatin1String(name);
}

bool process_lives(qint64 pid) {
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

/// Whether this machine launched the trainer and it may not have written its first status yet.
bool may_be_starting(const TrainerLaunch& launch) {
    return launch.host == QString::fromStdString(training::host_name()) && process_lives(launch.pid) &&
           launch.time.secsTo(QDateTime::currentDateTimeUtc()) < max_startup;
}

QString read_tail(const QString& folder) {
    QFile file(in(folder, "trainer.log"));
    if (!is_plain_file(to_path(file.fileName())) || !file.open(QIODevice::ReadOnly)) return {};
    const qint64 from = std::max<qint64>(0, file.size() - log_tail);
    file.seek(from);
    QString text = QString::fromUtf8(file.read(log_tail));
    if (from > 0) text = text.section(QLatin1Char('\n'), 1);  // drop the partial first line
    return text;
}

/// The error in the last line of the log of a trainer that ended without a status; empty if there is none.
QString read_last_error(const QString& folder) {
    const QString prefix = QStringLiteral("gbs: ");  // of the program's error messages
    const QStringList lines = read_tail(folder).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.isEmpty() || !lines.last().startsWith(prefix)) return {};
    return lines.last().mid(prefix.size()).trimmed();
}

widgets::RunCondition to_condition(training::RunState state, bool alive) {
    switch (state) {
        case training::RunState::idle:
            return alive ? widgets::RunCondition::stopping : widgets::RunCondition::stopped;
        case training::RunState::running:
            return alive ? widgets::RunCondition::running : widgets::RunCondition::died;
        case training::RunState::paused:
            return alive ? widgets::RunCondition::paused : widgets::RunCondition::died;
        case training::RunState::stopping:
            return alive ? widgets::RunCondition::stopping : widgets::RunCondition::died;
        case training::RunState::completed:
            return widgets::RunCondition::completed;
        case training::RunState::failed:
            break;
    }
    return widgets::RunCondition::failed;
}

void apply_status(widgets::RunRow& run, const training::RunStatus& status, bool alive) {
    run.condition = to_condition(status.state, alive);
    run.step = status.step;
    run.total = status.total;
    run.images_per_second = status.images_per_second;
    run.seconds_left = status.eta_seconds.value_or(-1);
    run.device = QString::fromStdString(status.device);
    run.device_reason = QString::fromStdString(status.device_reason);
    run.reason = QString::fromStdString(status.error);
    run.pid = status.pid;
    run.host = QString::fromStdString(status.host);
    run.heartbeat = QDateTime::fromString(QString::fromStdString(status.heartbeat), Qt::ISODate);
}

/// A trainer launched after the last status overrides the status.
void apply_launch(widgets::RunRow& run, const TrainerLaunch& launch, bool alive) {
    const bool has_status =
        launch.pid == run.pid || (run.heartbeat.isValid() && run.heartbeat > launch.time.addSecs(1));
    if (has_status) return;
    run.pid = launch.pid;
    run.host = launch.host;
    if (alive || may_be_starting(launch)) {
        run.condition = widgets::RunCondition::starting;
        run.reason.clear();
    } else {
        run.reason = read_last_error(run.folder);
        run.condition = run.reason.isEmpty() ? widgets::RunCondition::died : widgets::RunCondition::failed;
    }
}

void apply_checkpoints(widgets::RunRow& run, const std::filesystem::path& path) {
    if (const auto latest = training::latest_checkpoint(path)) {
        run.checkpoint_step = latest->step;
        run.checkpoint_time = QFileInfo(to_qstring(latest->state)).lastModified();
    }
    try {
        if (const auto best = training::read_best(path)) run.best = best->score;
    } catch (const Error&) {
        // Show no best score if its file is damaged.
    }
}

}  // namespace

std::optional<TrainerLaunch> read_launch(const QString& run) {
    QFile file(in(run, "launch.json"));
    if (!is_plain_file(to_path(file.fileName())) || !file.open(QIODevice::ReadOnly)) return {};
    const QJsonObject object = QJsonDocument::fromJson(file.read(1 << 16)).object();
    const TrainerLaunch launch{
        object.value(QLatin1String("pid")).toInteger(), object.value(QLatin1String("host")).toString(),
        QDateTime::fromString(object.value(QLatin1String("time")).toString(), Qt::ISODateWithMs)};
    if (launch.pid <= 0 || !launch.time.isValid()) return {};
    return launch;
}

bool is_run_folder(const QString& folder) {
    for (const char* name : {"status.json", "config.yaml", "launch.json"})
        if (QFileInfo(in(folder, name)).isFile()) return true;
    return false;
}

namespace {

void fill_row(widgets::RunRow& run) {
    const std::filesystem::path path = to_path(run.folder);
    // Check the lock before reading the status: a trainer writes its last status before releasing the lock.
    const bool alive = training::trainer_is_alive(path);
    const std::optional<TrainerLaunch> launch = read_launch(run.folder);
    apply_checkpoints(run, path);
    if (QFileInfo::exists(in(run.folder, "status.json"))) {
        try {
            apply_status(run, training::read_status(path), alive);
        } catch (const Error& error) {
            run.condition = widgets::RunCondition::unreadable;
            run.reason = QString::fromStdString(error.what());
        }
    } else {
        run.condition = alive ? widgets::RunCondition::starting : widgets::RunCondition::died;
    }
    if (launch) apply_launch(run, *launch, alive);
}

}  // namespace

widgets::RunRow scan_run(const QString& folder) {
    widgets::RunRow run;
    run.folder = QDir(folder).absolutePath();
    run.name = QFileInfo(run.folder).fileName();
    try {
        fill_row(run);
    } catch (const std::exception&) {
        // One bad folder must not hide the others.
        run.condition = widgets::RunCondition::unreadable;
        run.reason = describe_exception();
    }
    return run;
}

QVector<widgets::RunRow> scan_runs(const QString& root, const QStringList& attached) {
    QStringList folders;
    if (!root.isEmpty()) {
        if (is_run_folder(root)) folders << QDir(root).absolutePath();
        const QDir directory(root);
        for (const QString& name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            if (folders.size() >= max_runs) break;
            if (is_run_folder(directory.filePath(name))) folders << directory.absoluteFilePath(name);
        }
    }
    for (const QString& folder : attached)
        if (is_run_folder(folder)) folders << QDir(folder).absolutePath();
    folders.removeDuplicates();
    QVector<widgets::RunRow> rows;
    for (const QString& folder : folders) rows << scan_run(folder);
    return rows;
}

widgets::RunDetails read_details(const QString& folder) {
    widgets::RunDetails details{folder, read_tail(folder), {}};
    const std::filesystem::path path = to_path(folder);
    std::optional<training::CheckpointFiles> best;
    try {
        best = training::best_checkpoint(path);
    } catch (const Error&) {
        // Mark none.
    }
    for (const training::CheckpointFiles& files : training::list_checkpoints(path))
        details.checkpoints << widgets::RunCheckpoint{files.step, to_qstring(files.model),
                                                      best && best->step == files.step};
    return details;
}

}  // namespace gbs::app
