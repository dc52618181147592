// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <deque>
#include <mutex>

namespace gbs::app {

/// Makes thumbnails in one background thread, the newest wish first; wishes that scrolled far away are
/// dropped.
class ThumbnailLoader : public QObject {
    Q_OBJECT

 public:
    ThumbnailLoader(QSize size, double pixel_ratio, QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    void request(const QString& path);
    void forget_waiting();

 Q_SIGNALS:
    void ready(const QString& path, const QImage& thumbnail);  ///< null where the file cannot be read
    void dropped(const QString& path);

 private:
    void work();
    QImage make(const QString& path) const;

    QSize size_;
    double pixel_ratio_;
    std::mutex mutex_;
    std::deque<QString> waiting_;
    QThreadPool pool_;
};

}  // namespace gbs::app
