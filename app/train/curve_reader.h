// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVector>
#include <map>
#include <memory>

#include "app/base/task_queue.h"
#include "widgets/plots/curve_table.h"

namespace gbs::app {

/// The metrics of a run so far.
struct RunCurves {
    QString folder;
    QString name;  ///< of the folder
    widgets::CurveTable table;
    bool time_is_estimated = false;  ///< from the rate, since the lines contain no times
    bool complete = true;            ///< false while a long run is being read
    std::size_t damaged = 0;         ///< number of unreadable lines
};

/// Reads the metrics of runs in a worker. While watching, reads appended lines about once per second.
class CurveReader : public QObject {
    Q_OBJECT

 public:
    explicit CurveReader(QObject* parent = nullptr);
    ~CurveReader() override;

    void set_runs(const QStringList& folders);
    void set_watching(bool watching);

 Q_SIGNALS:
    /// The curves in the order of set_runs(), after a change.
    void read(const QVector<gbs::app::RunCurves>& curves);
    /// The other runs in the parent folder of the first one, after a change.
    void found_others(const QStringList& folders);

 private:
    class Follower;
    struct Look {
        QVector<RunCurves> curves;
        QStringList others;
        bool changed = false, more = false;
    };

    void look();
    void finish(const Look& look);
    static Look look_at(const QStringList& folders, const std::vector<std::shared_ptr<Follower>>& followers);

    static constexpr int period = 1000;  // milliseconds

    QStringList folders_, others_;
    std::map<QString, std::shared_ptr<Follower>> followers_;
    QTimer timer_{this};
    bool watching_ = false, looking_ = false, again_ = false, changed_ = true;
    TaskQueue tasks_;
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::RunCurves)
