// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace gbs::app {

class Explorer;
class MainWindow;

/// What can be done with the shown photo outside the program, in the Edit menu and in the context menus of the list of
/// photos and of the canvas.
class PhotoActions : public QObject {
    Q_OBJECT

 public:
    /// `list` is that of the photos, in which the right button selects.
    PhotoActions(MainWindow& window, QWidget* list);

 private:
    void refresh();

    MainWindow& window_;
    Explorer& explorer_;
    QList<QAction*> actions_;
};

}  // namespace gbs::app
