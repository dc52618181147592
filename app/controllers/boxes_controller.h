// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;

namespace gbs::app {

class Explorer;
class MainWindow;

/// Opens and closes ground truth and detector boxes, and adds the phrases of the ground truth.
class BoxesController : public QObject {
    Q_OBJECT

 public:
    explicit BoxesController(MainWindow& window);

 private:
    void refresh();
    void open_truth_dialog();
    void open_detector_dialog();

    MainWindow& window_;
    Explorer& explorer_;
    QAction *close_truth_, *close_detector_, *add_phrases_;
};

}  // namespace gbs::app
