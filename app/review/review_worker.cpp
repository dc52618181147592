// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_worker.h"

#include <spdlog/spdlog.h>

#include <QCryptographicHash>
#include <QFile>
#include <chrono>

namespace gbs::app {

namespace {

constexpr auto retry_pause = std::chrono::seconds(2);
constexpr auto look_pause = std::chrono::seconds(1);

QString hash_file(const QString& path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return {};
    return QString::fromLatin1(hash.result().toHex());
}

}  // namespace

ReviewWorker::ReviewWorker(const QString& spare_folder, QObject* parent)
    : QObject(parent), spare_folder_(spare_folder) {
    retry_timer_.setSingleShot(true);
    retry_timer_.setInterval(retry_pause);
    connect(&retry_timer_, &QTimer::timeout, this, &ReviewWorker::retry);
    connect(&look_timer_, &QTimer::timeout, this, &ReviewWorker::look);
    look_timer_.start(look_pause);
    connect(this, &ReviewWorker::not_saved, &retry_timer_, [this] { retry_timer_.start(); });
}

ReviewWorker::~ReviewWorker() {
    tasks_.submit([this](const std::stop_token&) { save_at_end(); });
}

void ReviewWorker::open(const QString& folder) {
    tasks_.submit([this, folder](const std::stop_token&) { open_now(folder); });
}

void ReviewWorker::save(const QString& folder, const QVector<ReviewChange>& changes, quint64 number) {
    tasks_.submit([this, folder, changes, number](const std::stop_token&) {
        const auto known = folders_.find(folder);
        if (known == folders_.end()) return;
        for (const ReviewChange& change : changes) known->second.store.add(change);
        known->second.number = number;
        save_now(folder, known->second);
    });
}

void ReviewWorker::retry() {
    tasks_.submit([this](const std::stop_token&) { save_failed_again(); });
}

void ReviewWorker::identify(const QString& name, const QString& file, quint64 number) {
    tasks_.submit([this, name, file, number](const std::stop_token&) {
        Q_EMIT identified({name, hash_file(file)}, number);
    });
}

void ReviewWorker::submit(std::function<void()> task) {
    tasks_.submit([this, task = std::move(task)](const std::stop_token&) {
        try {
            task();
        } catch (const std::exception& error) {
            Q_EMIT message(QString::fromUtf8(error.what()));
        }
    });
}

void ReviewWorker::import_file(const QString& folder, const QString& file, const QString& own,
                               const QString& unnamed) {
    submit([this, folder, file, own, unnamed] { import_now(folder, file, own, unnamed); });
}

void ReviewWorker::import_now(const QString& folder, const QString& file, const QString& own,
                              const QString& unnamed) {
    Folder& kept = opened_folder(folder);
    ReviewContents theirs = ReviewDatabase::read_copy(file);
    if (has_unnamed_verdicts(theirs) && unnamed.isEmpty()) return Q_EMIT name_wanted(folder, file);
    const MergedReviews merged = merge_reviews(kept.store.contents(), own, std::move(theirs), unnamed);
    take(folder, kept, merged.changes);
    Q_EMIT imported(folder, file, merged);
}

void ReviewWorker::add_marks(const QString& folder, const QVector<ReviewChange>& marks) {
    submit([this, folder, marks] {
        Folder& kept = opened_folder(folder);
        QVector<ReviewChange> added, inverse;
        for (const ReviewChange& change : marks) {
            const PhraseReview* const known = kept.store.contents().find(change.image, change.phrase);
            if (known && !known->truths.truths.isEmpty()) continue;
            added << change;
            inverse << kept.store.contents().inverse(change);
        }
        take(folder, kept, added);
        Q_EMIT marks_added(folder, added, inverse);
    });
}

ReviewWorker::Folder& ReviewWorker::opened_folder(const QString& folder) {
    const auto known = folders_.find(folder);
    if (known == folders_.end()) throw Error(tr("The reviews of %1 are not open.").arg(folder).toStdString());
    return known->second;
}

void ReviewWorker::take(const QString& folder, Folder& kept, const QVector<ReviewChange>& changes) {
    for (const ReviewChange& change : changes) kept.store.add(change);
    if (!changes.isEmpty()) Q_EMIT updated(folder, changes);
    save_now(folder, kept);
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
    tell(folder, kept.store);
}

void ReviewWorker::tell(const QString& folder, ReviewStore& store) {
    if (const QVector<ReviewChange> news = store.take_news(); !news.isEmpty()) Q_EMIT updated(folder, news);
    for (const ReviewChange& change : store.take_outdated()) Q_EMIT outdated(change);
    for (const QString& text : store.take_messages()) Q_EMIT message(text);
}

void ReviewWorker::look() {
    if (looking_.exchange(true)) return;  // the disk is slow: do not pile up
    tasks_.submit([this](const std::stop_token& stop) {
        if (!stop.stop_requested()) look_now();
        looking_ = false;
    });
}

void ReviewWorker::look_now() {
    for (auto& [folder, kept] : folders_) {
        try {
            kept.store.refresh();
        } catch (const std::exception& error) {
            // The next look or save tries again; a save reports what is wrong.
            spdlog::debug("{}", error.what());
        }
        tell(folder, kept.store);
    }
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

}  // namespace gbs::app
