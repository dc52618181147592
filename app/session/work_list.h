// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <vector>

#include "app/base/task_queue.h"
#include "core/data/work_list.h"
#include "widgets/frame/message_bar.h"

namespace gbs::app {

/// The phrases to judge in each photo, from a table (core/data/work_list.h). Reads in the background; on failure the list
/// opened before is kept.
class WorkList : public QObject {
    Q_OBJECT

 public:
    using QObject::QObject;

    static bool is_file_name(const QString& path);  ///< whether it ends in .csv

    void open(const QString& file);
    void close();
    const QString& file() const { return file_; }  ///< empty: none is open

    /// Phrases by the path of the photo.
    struct Assigned {
        QHash<QString, QStringList> phrases;
        int missing = 0;  ///< phrases of photos that are not among the paths
    };
    /// What a person is to judge, and everybody.
    Assigned assigned_to(const QString& annotator, const QStringList& paths) const;

 Q_SIGNALS:
    void changed();
    void message(gbs::widgets::Severity severity, const QString& text);

 private:
    QString file_;
    std::vector<WorkItem> items_;
    TaskQueue reader_{TaskOrder::latest};
};

}  // namespace gbs::app
