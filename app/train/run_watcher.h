// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include "app/base/task_queue.h"
#include "widgets/runs/run_values.h"

namespace gbs::app {

/// Scans run folders in a worker. While watching, scans about once per second, or less often on a slow disk.
/// One scan at a time.
class RunWatcher : public QObject {
    Q_OBJECT
    /// Minimum time between scans in milliseconds.
    Q_PROPERTY(int period MEMBER period_)

 public:
    explicit RunWatcher(QObject* parent = nullptr);

    void set_folder(const QString& root);
    void set_attached(const QStringList& folders);
    /// The run to also read details of; empty for none.
    void set_detailed(const QString& folder);
    void set_watching(bool watching);
    bool watching() const { return watching_; }
    /// Scans now if watching.
    void look();

    const QString& folder() const { return root_; }
    const QStringList& attached() const { return attached_; }

 Q_SIGNALS:
    void looked(const QVector<gbs::widgets::RunRow>& runs, const gbs::widgets::RunDetails& details);

 private:
    void finish(const QVector<widgets::RunRow>& runs, const widgets::RunDetails& details);

    QString root_, detailed_;
    QStringList attached_;
    QTimer timer_{this};
    QElapsedTimer took_;
    bool watching_ = false, looking_ = false, again_ = false;
    int period_ = 1000;
    TaskQueue tasks_;  ///< its own, so that long tasks elsewhere do not delay scans
};

}  // namespace gbs::app
