// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;

namespace gbs::app {

class MainWindow;

/// Takes the ground truth of the open photos over as marks, which can be corrected and written back.
class MarksController : public QObject {
    Q_OBJECT

 public:
    explicit MarksController(MainWindow& window);

 private:
    void take_ground_truth();

    MainWindow& window_;
    QAction* action_;
};

}  // namespace gbs::app
