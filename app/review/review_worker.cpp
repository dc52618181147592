// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_worker.h"

#include <spdlog/spdlog.h>

#include <QCryptographicHash>
#include <QFile>
#include <chrono>
#include <utility>

namespace gbs::app {

namespace {

constexpr auto retry_time = std::chrono::seconds(2);

QString hash_file(const QString& path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return {};
    return QString::fromLatin1(hash.result().toHex());
}

}  // namespace

ReviewWorker::ReviewWorker(const QString& spare_folder, QObject* parent)
    : QObject(parent), spare_folder_(spare_folder), thread_([this](std::stop_token quit) { run(quit); }) {}

ReviewWorker::~ReviewWorker() {
    thread_.request_stop();
    thread_.join();
}

void ReviewWorker::open(const QString& folder) {
    post([this, folder] { open_now(folder); });
}

void ReviewWorker::save(const QString& folder, const ReviewChange& change, quint64 number) {
    post([this, folder, change, number] {
        const auto known = folders_.find(folder);
        if (known == folders_.end()) return;
        known->second.store.add(change);
        known->second.number = number;
        save_now(folder, known->second);
    });
}

void ReviewWorker::retry() {
    post([this] { save_failed_again(); });
}

void ReviewWorker::identify(const QString& name, const QString& file, quint64 number) {
    post([this, name, file, number] { Q_EMIT identified({name, hash_file(file)}, number); });
}

void ReviewWorker::post(std::function<void()> task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void ReviewWorker::run(std::stop_token quit) {
    while (true) {
        std::unique_lock lock(mutex_);
        const auto has_task = [this] { return !tasks_.empty(); };
        if (anything_failed())
            wake_.wait_for(lock, quit, retry_time, has_task);
        else
            wake_.wait(lock, quit, has_task);
        if (tasks_.empty()) {
            lock.unlock();
            if (quit.stop_requested()) return save_at_end();
            save_failed_again();
            continue;
        }
        const auto task = std::move(tasks_.front());
        tasks_.pop_front();
        lock.unlock();
        task();
    }
}

void ReviewWorker::open_now(const QString& folder) {
    const auto [known, added] =
        folders_.try_emplace(folder, Folder{ReviewStore(folder, spare_folder_), 0, false});
    if (!added) return;
    ReviewStore& store = known->second.store;
    try {
        store.open();
    } catch (const std::exception& error) {
        folders_.erase(known);
        Q_EMIT refused(folder, QString::fromUtf8(error.what()));
        return;
    }
    Q_EMIT opened(folder, {store.contents(), ReviewStatistics(store.contents()), store.file()});
    save_now(folder, known->second);
}

void ReviewWorker::save_now(const QString& folder, Folder& kept) {
    try {
        kept.store.save();
        kept.failed = false;
        Q_EMIT saved(folder, kept.number, kept.store.file());
    } catch (const std::exception& error) {
        kept.failed = true;
        Q_EMIT not_saved(folder, QString::fromUtf8(error.what()));
    }
    for (const QString& text : kept.store.take_messages()) Q_EMIT message(text);
}

void ReviewWorker::save_failed_again() {
    for (auto& [folder, kept] : folders_)
        if (kept.failed) save_now(folder, kept);
}

void ReviewWorker::save_at_end() {
    for (auto& [folder, kept] : folders_) {
        if (!kept.failed) continue;
        save_now(folder, kept);
        if (!kept.failed) continue;
        try {
            kept.store.save_elsewhere();
            spdlog::warn("The last reviews of {} were saved in {}", folder.toStdString(),
                         kept.store.file().toStdString());
        } catch (const std::exception& error) {
            spdlog::error("The last reviews of {} could not be saved: {}", folder.toStdString(),
                          error.what());
        }
    }
    folders_.clear();  // a database must be closed by the thread that opened it
}

bool ReviewWorker::anything_failed() const {
    for (const auto& [folder, kept] : folders_)
        if (kept.failed) return true;
    return false;
}

}  // namespace gbs::app
