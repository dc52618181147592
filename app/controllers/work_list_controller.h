// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include "app/session/work_list.h"

class QAction;

namespace gbs::app {

class Explorer;
class ImagesController;
class MainWindow;

/// Work lists: opens them, lists the photos in which phrases are left to judge, adds these phrases to their photos, and
/// shows the progress. A photo leaves the list when all of its phrases are judged.
class WorkListController : public QObject {
    Q_OBJECT

 public:
    WorkListController(MainWindow& window, ImagesController& images);

 private:
    void open_dialog();
    void refresh();
    void refresh_photo(const QString& path);
    void add_phrases();
    void show_list();
    QStringList left_in(const QString& path) const;

    MainWindow& window_;
    ImagesController& images_;
    Explorer& explorer_;
    WorkList& list_;
    QAction* close_;
    WorkList::Assigned assigned_;
    QHash<QString, int> left_;  ///< phrases to judge by path; a photo without any is not in it
    int all_ = 0;               ///< phrases assigned
    QSet<QString> added_;       ///< photos whose phrases are in the list of phrases
    QString shown_;             ///< the text over the list of photos, while that is the work list's
    QTimer pause_;              ///< several changes are shown together
};

}  // namespace gbs::app
