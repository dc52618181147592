// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/assemble_window.h"

#include <QDockWidget>

#include "app/controllers/benchmark_controller.h"
#include "app/controllers/boxes_controller.h"
#include "app/controllers/canvas_controller.h"
#include "app/controllers/detector_controller.h"
#include "app/controllers/export_controller.h"
#include "app/controllers/images_controller.h"
#include "app/controllers/marks_controller.h"
#include "app/controllers/model_controller.h"
#include "app/controllers/photo_actions.h"
#include "app/controllers/phrase_controller.h"
#include "app/controllers/present_controller.h"
#include "app/controllers/review_controller.h"
#include "app/controllers/score_controller.h"
#include "app/controllers/settings_controller.h"
#include "app/controllers/start_controller.h"
#include "app/controllers/team_controller.h"
#include "app/controllers/train_controller.h"
#include "app/controllers/work_list_controller.h"
#include "app/frame/log_panel.h"

namespace gbs::app {

std::unique_ptr<MainWindow> assemble_window(Explorer& explorer, LogBook& log) {
    auto window = std::make_unique<MainWindow>(explorer, log);
    auto* const images = new ImagesController(*window);
    auto* const phrases = new PhraseController(*window);
    new BoxesController(*window);
    new WorkListController(*window, *images);
    auto* const canvas = new CanvasController(*window);
    QObject::connect(phrases, &PhraseController::phrase_hovered, canvas,
                     &CanvasController::set_hovered_phrase);
    QObject::connect(phrases, &PhraseController::pin_requested, canvas, &CanvasController::toggle_pin);
    auto* const review = new ReviewController(*window, *images, *canvas);
    auto* const team = new TeamController(*window, *images);
    QObject::connect(review, &ReviewController::disagreements_requested, team,
                     &TeamController::list_disagreements);
    new MarksController(*window);
    new ExportController(*window, *images);
    new ScoreController(*window, *images);
    new PhotoActions(*window, images->panel()->list());
    new PresentController(*window);
    auto* const model = new ModelController(*window);
    new DetectorController(*window, *explorer.findChild<ExportQueue*>());
    new TrainController(*window);
    auto* const benchmark = new BenchmarkController(*window);
    QObject::connect(benchmark, &BenchmarkController::scored_peak_changed, canvas,
                     &CanvasController::set_scored_peak);
    new SettingsController(*window, *phrases, *model);
    new StartController(*window);
    window->add_dock(QStringLiteral("log"), QCoreApplication::translate("gbs::app::MainWindow", "Log"),
                     new LogPanel(log));
    window->finish();
    return window;
}

}  // namespace gbs::app
