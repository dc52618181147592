// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/work_list.h"

#include "app/base/convert.h"
#include "core/image/photo_names.h"

namespace gbs::app {

bool WorkList::is_file_name(const QString& path) {
    return path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
}

void WorkList::open(const QString& file) {
    reader_.submit(
        this, [file] { return read_work_list(to_path(file)); },
        [this, file](const std::vector<WorkItem>& items) {
            file_ = file;
            items_ = items;
            Q_EMIT changed();
        },
        [this](const QString& reason) { Q_EMIT message(widgets::Severity::error, reason); });
}

void WorkList::close() {
    if (file_.isEmpty()) return;
    file_.clear();
    items_.clear();
    Q_EMIT changed();
}

WorkList::Assigned WorkList::assigned_to(const QString& annotator, const QStringList& paths) const {
    PhotoNames names;
    QStringList by_entry;
    for (const QString& path : paths) {
        names.add(path.toStdString());
        if (static_cast<qsizetype>(names.size()) > by_entry.size()) by_entry << path;
    }
    const std::string name = annotator.toStdString();
    Assigned assigned;
    for (const WorkItem& item : items_) {
        if (!item.annotator.empty() && item.annotator != name) continue;
        const auto entry = names.find(item.image).entry;
        if (!entry) {
            ++assigned.missing;
            continue;
        }
        QStringList& phrases = assigned.phrases[by_entry[static_cast<qsizetype>(*entry)]];
        const QString phrase = QString::fromStdString(item.phrase).simplified();
        if (!phrases.contains(phrase)) phrases << phrase;
    }
    return assigned;
}

}  // namespace gbs::app
