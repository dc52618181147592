// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/session/score_job.h"
#include "widgets/lists/score_grid.h"

class QDockWidget;

namespace gbs::app {

class Explorer;
class ImagesController;
class MainWindow;

/// The dock "Photos by Score": the listed photos with the map of the current phrase, the best first.
class ScoreController : public QObject {
    Q_OBJECT

 public:
    static constexpr int most = 1000;  ///< photos; their pictures stay in memory

    ScoreController(MainWindow& window, const ImagesController& images);

    void start();

 private:
    MainWindow& window_;
    const ImagesController& images_;
    Explorer& explorer_;
    widgets::ScoreGrid* grid_;
    QDockWidget* dock_;
    QString phrase_;
    ScoreJob job_{this};
};

}  // namespace gbs::app
