// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include "widgets/runs/run_values.h"

namespace gbs::app {

/// Looks at run folders in a worker, about once a second and only while somebody watches; a slow disk is
/// asked less often. One look at a time.
class RunWatcher : public QObject {
    Q_OBJECT

 public:
    explicit RunWatcher(QObject* parent = nullptr);

    void set_folder(const QString& root);
    void set_attached(const QStringList& folders);
    /// Whose details are read as well; empty: nobody's.
    void set_detailed(const QString& folder);
    void set_watching(bool watching);
    /// Milliseconds from one look to the next, where the disk is quick; a second at first.
    void set_period(int period) { period_ = period; }
    bool watching() const { return watching_; }
    /// Looks now, if anybody watches.
    void look();

    const QString& folder() const { return root_; }
    const QStringList& attached() const { return attached_; }
    int looks() const { return looks_; }

 Q_SIGNALS:
    void looked(const QVector<gbs::widgets::RunRow>& runs, const gbs::widgets::RunDetails& details);

 private:
    void finish(const QVector<widgets::RunRow>& runs, const widgets::RunDetails& details);

    QString root_, detailed_;
    QStringList attached_;
    QTimer timer_{this};
    QElapsedTimer took_;
    QThreadPool pool_;  ///< of its own: long works elsewhere must not keep it from seeing
    bool watching_ = false, looking_ = false, again_ = false;
    int period_ = 1000, looks_ = 0;
};

}  // namespace gbs::app
