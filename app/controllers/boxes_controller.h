// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;

namespace gbs::app {

class Explorer;
class MainWindow;
struct AnnotatedFolder;

/// Opens and closes ground truth and detector boxes, asks which of them a dropped folder of annotations is, and adds the
/// phrases of the ground truth.
class BoxesController : public QObject {
    Q_OBJECT

 public:
    explicit BoxesController(MainWindow& window);

 private:
    void refresh();
    void open_truth_dialog();
    void open_detector_dialog();
    void open_detector_folder_dialog();
    void ask_about(const AnnotatedFolder& folder);

    MainWindow& window_;
    Explorer& explorer_;
    QAction *close_truth_, *close_detector_, *add_phrases_;
};

}  // namespace gbs::app
