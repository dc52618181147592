// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace gbs::app {

/// Tells of the newest checkpoint of a run, when asked or, while following, whenever a new one is there, but
/// not more often than every ten seconds, where nothing else is set.
class CheckpointFollower : public QObject {
    Q_OBJECT

 public:
    explicit CheckpointFollower(QObject* parent = nullptr);

    /// The run that is followed; empty: none.
    void set_run(const QString& folder);
    void set_following(bool following);
    /// Tells of the newest checkpoint now, even of one that was told before.
    void ask();
    /// Milliseconds between two checkpoints that are told of; looked is five times as often.
    void set_shortest_pause(int pause);

 Q_SIGNALS:
    void checkpoint(const QString& model, qint64 step);
    void no_checkpoint(const QString& folder);  ///< after ask()

 private:
    struct Newest {
        QString model;  ///< empty: none
        qint64 step = 0;
        QDateTime time;
    };
    void look(bool asked);
    void take(const Newest& newest, bool asked);

    QString run_;
    int shortest_pause_ = 0;
    bool following_ = false, looking_ = false;
    Newest told_;
    QElapsedTimer since_told_;
    QTimer timer_;
};

}  // namespace gbs::app
