// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <condition_variable>
#include <mutex>

#include "app/base/latest_wins.h"
#include "app/session/photo_cache.h"

namespace gbs::app {

/// Reads photos off the GUI thread. Only the newest request is answered. What was read lately comes from
/// memory.
class PhotoLoader : public QObject {
    Q_OBJECT

 public:
    explicit PhotoLoader(QObject* parent = nullptr);
    ~PhotoLoader() override;

    void load(const QString& path);
    /// Reads photos that may be wanted soon, in this order; `load` and an empty list end that. Large ones and
    /// those that cannot be read are left out silently.
    void read_ahead(const QStringList& paths);

 Q_SIGNALS:
    void loaded(const gbs::app::Photo& photo);
    void failed(const QString& path, const QString& reason);
    void was_read_ahead(const gbs::app::Photo& photo);

 private:
    void handle(const QString& path, std::stop_token stop);
    void handle_ahead(const QStringList& paths, std::stop_token stop);
    void read_one_ahead(const QString& path, const std::stop_token& stop);
    Photo read(const QString& path);
    void set_reading_ahead(const QString& path);

    PhotoCache cache_;
    std::mutex mutex_;
    std::condition_variable_any ahead_changed_;
    QString reading_ahead_;  ///< empty: nothing
    LatestWins<QString> worker_;
    LatestWins<QStringList> ahead_worker_;
};

}  // namespace gbs::app
