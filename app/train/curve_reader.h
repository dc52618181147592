// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <QVector>
#include <map>
#include <memory>

#include "widgets/plots/curve_table.h"

namespace gbs::app {

/// What a run has logged so far.
struct RunCurves {
    QString folder;
    QString name;  ///< of the folder
    widgets::CurveTable table;
    bool time_is_estimated = false;  ///< by the rate: the run's lines do not tell the time
    bool complete = true;            ///< false: more of a long run is on its way
    std::size_t damaged = 0;         ///< lines that could not be read
};

/// Follows the metrics of runs in a worker: each look reads what has been added, about once a second and only
/// while somebody watches.
class CurveReader : public QObject {
    Q_OBJECT

 public:
    explicit CurveReader(QObject* parent = nullptr);
    ~CurveReader() override;

    void set_runs(const QStringList& folders);
    const QStringList& runs() const { return folders_; }
    void set_watching(bool watching);
    int looks() const { return looks_; }

 Q_SIGNALS:
    /// In the order of `runs`; when something has changed.
    void read(const QVector<gbs::app::RunCurves>& curves);
    /// Other runs in the folder of the first one, when that has changed.
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
    bool watching_ = false, looking_ = false, again_ = false, fresh_ = true;
    int looks_ = 0;
    QThreadPool pool_;
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::RunCurves)
