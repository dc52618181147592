// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/score_controller.h"

#include <QDockWidget>
#include <QLocale>

#include "app/controllers/images_controller.h"
#include "app/frame/main_window.h"

namespace gbs::app {

ScoreController::ScoreController(MainWindow& window, const ImagesController& images)
    : QObject(&window),
      window_(window),
      images_(images),
      explorer_(*window.explorer()),
      grid_(new widgets::ScoreGrid) {
    dock_ = window_.add_dock(QStringLiteral("scores"), tr("Photos by Score"), grid_);
    QAction* const action = window_.action_registry()->add(
        window_.menu(MenuId::phrase), QStringLiteral("phrase.score_photos"),
        tr("&Sort the Photos by This Phrase"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, {},
        tr("Show all listed photos with the map of the phrase, the best first"));
    connect(action, &QAction::triggered, this, &ScoreController::start);
    connect(grid_, &widgets::ScoreGrid::start_requested, this, &ScoreController::start);
    connect(grid_, &widgets::ScoreGrid::stop_requested, this, [this] {
        job_.stop();
        grid_->end(tr("“%1”: stopped").arg(phrase_));
    });
    connect(grid_, &widgets::ScoreGrid::pause_requested, this, [this](bool pause) {
        if (pause)
            job_.pause();
        else
            job_.resume();
    });
    connect(grid_, &widgets::ScoreGrid::photo_chosen, &explorer_, &Explorer::show_image);
    connect(&job_, &ScoreJob::scored, this, [this](const ScoredPhoto& photo) {
        grid_->add({photo.path, photo.peak, photo.strength, photo.picture, photo.problem});
    });
    connect(&job_, &ScoreJob::finished, this, [this](const QString& problem) { grid_->end(problem); });
    const auto take_model = [this] { job_.set_model(explorer_.model()->factory()); };
    connect(&explorer_, &Explorer::model_ready, this, take_model);
    take_model();
}

void ScoreController::start() {
    if (!dock_->isVisible()) {
        dock_->show();
        window_.resizeDocks({dock_}, {window_.height() / 3}, Qt::Vertical);
    }
    dock_->raise();
    phrase_ = explorer_.shown_phrase();
    const QStringList photos = images_.listed_photos();
    if (phrase_.isEmpty() || photos.isEmpty() || !explorer_.model()->factory())
        return window_.show_message(widgets::Severity::info, tr("Open a folder and type a phrase first."));
    if (photos.size() > most)
        window_.show_message(
            widgets::Severity::info,
            tr("Only the first %1 photos of the list are scored.").arg(QLocale().toString(most)));
    grid_->begin(phrase_, static_cast<int>(std::min<qsizetype>(most, photos.size())));
    job_.start(photos.mid(0, most), phrase_, window_.canvas()->stack()->look());
}

}  // namespace gbs::app
