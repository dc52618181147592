// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>

#include "app/base/task_queue.h"

namespace gbs::app {

/// The submenu of recently opened files and folders. Rebuilt each time it is shown; missing ones are disabled
/// as soon as a background check has found out (a sleeping disk must not block the menu).
class RecentMenu : public QMenu {
    Q_OBJECT

 public:
    explicit RecentMenu(QWidget* parent = nullptr);

 Q_SIGNALS:
    void path_chosen(const QString& path);

 private:
    void fill();
    void disable_missing(const QStringList& paths);

    TaskQueue tasks_{TaskOrder::latest};
};

}  // namespace gbs::app
