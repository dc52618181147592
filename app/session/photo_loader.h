// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <condition_variable>
#include <mutex>

#include "app/base/task_queue.h"
#include "app/session/photo_cache.h"

namespace gbs::app {

/// Reads photos in the background, recent ones from memory. A new request replaces the previous one.
class PhotoLoader : public QObject {
    Q_OBJECT

 public:
    explicit PhotoLoader(QObject* parent = nullptr);

    void load(const QString& path);
    /// Prefetches photos in this order until the next `load` or
    /// `read_ahead`. Large and unreadable photos are skipped.
    void read_ahead(const QStringList& paths);

 Q_SIGNALS:
    void loaded(const gbs::app::Photo& photo);
    void failed(const QString& path, const QString& reason);
    void was_read_ahead(const gbs::app::Photo& photo);

 private:
    Photo read_or_wait(const QString& path, const std::stop_token& stop);
    void read_all_ahead(const QStringList& paths, const std::stop_token& stop);
    void read_one_ahead(const QString& path, const std::stop_token& stop);
    Photo read(const QString& path);
    void set_reading_ahead(const QString& path);

    PhotoCache cache_;
    std::mutex mutex_;
    std::condition_variable_any ahead_changed_;
    QString reading_ahead_;  ///< the photo being prefetched; empty: none
    TaskQueue tasks_{TaskOrder::latest};
    TaskQueue ahead_tasks_{TaskOrder::latest};
};

}  // namespace gbs::app
