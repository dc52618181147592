// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QObject>

#include "app/export/export_job.h"

namespace gbs::app {

/// The jobs of the program. Ended ones are kept until they are put away.
class ExportQueue : public QObject {
    Q_OBJECT

 public:
    enum class Lane {
        grounding,  ///< one at work at a time: each has a model of its own in memory
        quick       ///< begins at once
    };

    explicit ExportQueue(QObject* parent = nullptr);

    int add(const QString& title, Lane lane, ExportJob::Work work);  ///< its number
    void cancel(int id);
    void cancel_all();
    void remove(int id);  ///< an ended one
    QList<int> ids() const { return jobs_.keys(); }
    const ExportJob* job(int id) const { return jobs_.value(id); }
    int active() const;  ///< how many have not ended

 Q_SIGNALS:
    void changed(int id);
    void ended(int id);
    void removed(int id);
    void idle();  ///< the last one has ended

 private:
    void start_next();

    QMap<int, ExportJob*> jobs_;
    ExportJob* grounding_ = nullptr;  ///< the one at work
    int last_id_ = 0;
};

}  // namespace gbs::app
