// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QObject>
#include <QSet>

#include "app/export/export_job.h"

namespace gbs::app {

/// The export jobs of the program. Ended jobs stay until they are removed.
class ExportQueue : public QObject {
    Q_OBJECT

 public:
    enum class Lane {
        grounding,  ///< one at a time, since each loads its own model; a paused one, which keeps it, lets others go first
        quick  ///< starts at once
    };

    explicit ExportQueue(QObject* parent = nullptr);

    int add(const QString& title, Lane lane, ExportJob::Work work);  ///< returns the job's id
    void pause(int id);
    void resume(int id);
    void cancel(int id);
    void cancel_all();
    void remove(int id);  ///< ended jobs only
    QList<int> ids() const { return jobs_.keys(); }
    const ExportJob* job(int id) const { return jobs_.value(id); }
    int active() const;  ///< number of jobs that have not ended

 Q_SIGNALS:
    void changed(int id);
    void ended(int id);
    void removed(int id);
    void idle();  ///< the last active job has ended

 private:
    void follow(int id, ExportJob* job);
    void start_next();

    QMap<int, ExportJob*> jobs_;
    QSet<const ExportJob*> quick_;    ///< those of that lane
    ExportJob* grounding_ = nullptr;  ///< the running job of that lane
    int last_id_ = 0;
};

}  // namespace gbs::app
