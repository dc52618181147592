// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include "app/controllers/detector_dialog.h"

class QAction;

namespace gbs::app {

class ExportQueue;
class Explorer;
class MainWindow;
class RunningDetector;

/// The menu of the detector that runs: starting and stopping it, and writing its boxes of all photos.
class DetectorController : public QObject {
    Q_OBJECT

 public:
    /// `queue` has the jobs of the program.
    DetectorController(MainWindow& window, ExportQueue& queue);

    void show_dialog();
    /// Asks about the phrases of the photos in the background. A job that was cancelled continues in the same file.
    void write_boxes(const QStringList& photos, const QString& file);

 private:
    void ask_file();
    void refresh();

    MainWindow& window_;
    Explorer& explorer_;
    ExportQueue& queue_;
    RunningDetector& detector_;
    QPointer<DetectorDialog> dialog_;
    QAction *stop_, *write_;
};

}  // namespace gbs::app
