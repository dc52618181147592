// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <deque>
#include <mutex>

#include "app/base/task_queue.h"

namespace gbs::app {

/// Makes thumbnails in the background, the latest request first. The oldest
/// of too many waiting requests are dropped.
class ThumbnailLoader : public QObject {
    Q_OBJECT

 public:
    ThumbnailLoader(QSize size, double pixel_ratio, QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    void request(const QString& path);
    void forget_waiting();

 Q_SIGNALS:
    void ready(const QString& path, const QImage& thumbnail);  ///< null if the file cannot be read
    void dropped(const QString& path);

 private:
    void make_next();
    QImage make(const QString& path) const;

    QSize size_;
    double pixel_ratio_;
    std::mutex mutex_;
    std::deque<QString> waiting_;
    TaskQueue tasks_{TaskOrder::queued, QThread::LowPriority};
};

}  // namespace gbs::app
