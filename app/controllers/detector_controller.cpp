// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/detector_controller.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "app/export/boxes_job.h"
#include "app/export/export_queue.h"
#include "app/frame/main_window.h"
#include "app/session/running_detector.h"

namespace gbs::app {

DetectorController::DetectorController(MainWindow& window, ExportQueue& queue)
    : QObject(&window),
      window_(window),
      explorer_(*window.explorer()),
      queue_(queue),
      detector_(*explorer_.detector()->running()) {
    QMenu* const model = window_.menu(MenuId::model);
    model->addSeparator();
    QMenu* const menu = model->addMenu(tr("De&tector"));
    menu->setToolTipsVisible(true);
    ActionRegistry* const actions = window_.action_registry();
    QAction* const run = actions->add(menu, QStringLiteral("detector.run"), tr("&Run…"),
                                      {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R)}, {},
                                      tr("Ask a detector for the boxes of the shown photo and phrase"));
    stop_ = actions->add(menu, QStringLiteral("detector.stop"), tr("&Stop"), {}, {},
                         tr("End the detector that runs"));
    write_ = actions->add(menu, QStringLiteral("detector.write"), tr("&Write Boxes…"), {}, {},
                          tr("Write the detector's boxes for the phrases of all photos as JSONL"));
    connect(run, &QAction::triggered, this, &DetectorController::show_dialog);
    connect(stop_, &QAction::triggered, &detector_, &RunningDetector::stop);
    connect(write_, &QAction::triggered, this, &DetectorController::ask_file);
    connect(&detector_, &RunningDetector::state_changed, this, &DetectorController::refresh);
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &DetectorController::refresh);
    refresh();
}

void DetectorController::refresh() {
    stop_->setEnabled(detector_.is_open());
    write_->setEnabled(detector_.is_open() && !explorer_.photo().empty());
}

void DetectorController::show_dialog() {
    if (!dialog_) {
        dialog_ = new DetectorDialog(detector_, &window_);
        dialog_->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog_->show();
    dialog_->raise();
    dialog_->activateWindow();
}

void DetectorController::ask_file() {
    const QString folder = QFileInfo(explorer_.photo().path).absolutePath();
    const QString file =
        QFileDialog::getSaveFileName(&window_, tr("Write Boxes"), folder + QStringLiteral("/boxes.jsonl"),
                                     tr("Boxes (%1)").arg(QStringLiteral("*.jsonl")));
    if (!file.isEmpty()) write_boxes(explorer_.browser()->images(), file);
}

void DetectorController::write_boxes(const QStringList& photos, const QString& file) {
    std::vector<std::pair<QString, QStringList>> wanted;
    for (const QString& photo : photos)
        if (const QStringList phrases = explorer_.phrases_for(photo); !phrases.isEmpty())
            wanted.emplace_back(photo, phrases);
    if (wanted.empty())
        return window_.show_message(widgets::Severity::error,
                                    tr("There is no phrase to look for: add one to the list first."));
    const QString title = tr("Boxes of %n photo(s)", nullptr, static_cast<int>(wanted.size()));
    queue_.add(title, ExportQueue::Lane::quick, boxes_work(detector_.command(), std::move(wanted), file));
}

}  // namespace gbs::app
