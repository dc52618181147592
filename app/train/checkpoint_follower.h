#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace gbs {

/// Tells of the newest checkpoint of a run, when asked or, while following, whenever a new one is there, but
/// not more often than every ten seconds.
class CheckpointFollower : public QObject {
    Q_OBJECT

 public:
    explicit CheckpointFollower(QObject* parent = nullptr);

    /// The run that is followed; empty: none.
    void set_run(const QString& folder);
    void set_following(bool following);
    /// Tells of the newest checkpoint now, even of one that was told before.
    void ask();
    static constexpr int shortest_pause = 10'000;  ///< milliseconds between two checkpoints

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
    bool following_ = false, looking_ = false;
    Newest told_;
    QElapsedTimer since_told_;
    QTimer timer_;
};

}  // namespace gbs
