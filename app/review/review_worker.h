// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <map>

#include "app/base/task_queue.h"
#include "app/review/review_merge.h"
#include "app/review/review_statistics.h"
#include "app/review/review_store.h"

namespace gbs::app {

/// The reviews of a folder as read from disk.
struct OpenedReviews {
    ReviewContents contents;
    ReviewStatistics statistics;
    QString file;  ///< that the reviews are saved in
};

/// Reads and saves the reviews of folders and hashes model files in one background thread, in the order of
/// the calls. Failed saves are retried every two seconds, and files are looked at every second for what
/// others have written. Signals are emitted from that thread: connect them queued (the default). The
/// destructor saves pending changes.
class ReviewWorker : public QObject {
    Q_OBJECT

 public:
    explicit ReviewWorker(const QString& spare_folder, QObject* parent = nullptr);
    ~ReviewWorker() override;

    void open(const QString& folder);
    /// Emits saved() with this number or a later one once the changes are on disk.
    void save(const QString& folder, const QVector<ReviewChange>& changes, quint64 number);
    void retry();
    /// ReviewSession::import_file(). Verdicts in the folder without an annotator get the name `own`.
    void import_file(const QString& folder, const QString& file, const QString& own, const QString& unnamed);
    /// ReviewSession::add_marks().
    void add_marks(const QString& folder, const QVector<ReviewChange>& marks);
    /// Emits identified() with this number.
    void identify(const QString& name, const QString& file, quint64 number);

 Q_SIGNALS:
    void opened(const QString& folder, const gbs::app::OpenedReviews& reviews);
    void refused(const QString& folder, const QString& reason);
    void saved(const QString& folder, quint64 number, const QString& file);
    void not_saved(const QString& folder, const QString& reason);
    void identified(const gbs::app::ReviewedModel& model, quint64 number);
    /// Others changed these reviews.
    void updated(const QString& folder, const QVector<gbs::app::ReviewChange>& news);
    /// A change was not saved because others had changed the same review; updated() has told what it is now.
    void outdated(const gbs::app::ReviewChange& change);
    void imported(const QString& folder, const QString& file, const gbs::app::MergedReviews& merged);
    void marks_added(const QString& folder, const QVector<gbs::app::ReviewChange>& marks,
                     const QVector<gbs::app::ReviewChange>& inverse);
    void name_wanted(const QString& folder, const QString& file);
    void message(const QString& text);

 private:
    struct Folder {
        ReviewStore store;
        quint64 number = 0;  ///< of the last change
        bool failed = false;
    };
    void open_now(const QString& folder);
    void save_now(const QString& folder, Folder& kept);
    /// An exception of the task becomes a message().
    void submit(std::function<void()> task);
    Folder& opened_folder(const QString& folder);
    void take(const QString& folder, Folder& kept, const QVector<ReviewChange>& changes);
    void import_now(const QString& folder, const QString& file, const QString& own, const QString& unnamed);
    void save_failed_again();
    void look();
    void look_now();
    void tell(const QString& folder, ReviewStore& store);
    void save_at_end();

    const QString spare_folder_;
    QTimer retry_timer_, look_timer_;
    std::atomic_bool looking_ = false;   ///< whether a task that looks for news is waiting or running
    std::map<QString, Folder> folders_;  ///< used by tasks only
    TaskQueue tasks_;                    ///< last: its tasks use all of the above
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::OpenedReviews)
Q_DECLARE_METATYPE(gbs::app::MergedReviews)
