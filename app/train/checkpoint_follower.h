// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace gbs::app {

/// Reports the latest checkpoint of a run, on request or, while following, whenever a new one appears, but at
/// most every ten seconds by default.
class CheckpointFollower : public QObject {
    Q_OBJECT

 public:
    explicit CheckpointFollower(QObject* parent = nullptr);

    /// The run to follow; empty for none.
    void set_run(const QString& folder);
    void set_following(bool following);
    /// Reports the latest checkpoint now, even if it was reported before.
    void ask();
    /// Minimum time between two reports in milliseconds; the folder is checked five times as often.
    void set_min_interval(int interval);

 Q_SIGNALS:
    void checkpoint(const QString& model, qint64 step);
    void no_checkpoint(const QString& folder);  ///< after ask()

 private:
    struct Latest {
        QString model;  ///< empty if there is none
        qint64 step = 0;
        QDateTime time;
    };
    void look(bool asked);
    void take(const Latest& latest, bool asked);

    QString run_;
    int min_interval_ = 0;
    bool following_ = false, looking_ = false;
    Latest reported_;
    QElapsedTimer since_report_;
    QTimer timer_;
};

}  // namespace gbs::app
