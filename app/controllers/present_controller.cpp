// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/present_controller.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QScreen>
#include <algorithm>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "app/frame/main_window.h"
#include "app/session/model_factory.h"
#include "app/settings/preferences.h"

namespace gbs::app {

PresentController::PresentController(MainWindow& window) : QObject(&window), window_(window) {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const menu = window_.menu(MenuId::view);
    menu->addSeparator();
    QAction* const images = actions->add(
        menu, QStringLiteral("view.present_images"), tr("P&resent These Images"), {QKeySequence(Qt::Key_F11)},
        {}, tr("Full screen, phrase by phrase and image by image, starting here"));
    QAction* const script = actions->add(menu, QStringLiteral("view.present_script"),
                                         tr("Present a S&cript…"), {QKeySequence(Qt::SHIFT | Qt::Key_F11)},
                                         {}, tr("Full screen, with the images and phrases of a YAML file"));
    connect(images, &QAction::triggered, this, &PresentController::present_images);
    connect(script, &QAction::triggered, this, [this] {
        const QString path = QFileDialog::getOpenFileName(
            &window_, tr("Present a script"), QFileInfo(window_.explorer()->photo().path).absolutePath(),
            tr("Scripts (%1);;All files (*)").arg(QStringLiteral("*.yaml *.yml")));
        if (!path.isEmpty()) present_script(path);
    });
}

void PresentController::present_images() {
    Explorer* const explorer = window_.explorer();
    const QStringList& images = explorer->browser()->images();
    if (images.isEmpty())
        return window_.show_message(widgets::Severity::info, tr("Open the images to present first."));
    Slide slide;
    // Not all views make sense for a slide; the others show the default.
    if (widgets::find_row(window_.canvas()->view()).script) slide.view = window_.canvas()->view();
    for (const widgets::PhraseItem& item : explorer->phrases()->items())
        if (!item.hidden) slide.phrases.push_back(item.text.toStdString());
    Script script;
    for (const QString& image : images) {
        slide.image = to_path(image);
        script.slides.push_back(slide);
    }
    const qsizetype here = std::max<qsizetype>(0, images.indexOf(explorer->photo().path));
    start(script, {static_cast<std::size_t>(here), 0});
}

void PresentController::present_script(const QString& path) {
    run_in_background(
        this, [path] { return read_script(to_path(path)); },
        [this](const Script& script) {
            start(script, {0, 0});
        },
        [this](const QString& reason) { window_.show_message(widgets::Severity::error, reason); });
}

void PresentController::start(const Script& script, ScriptPlace place) {
    if (presentation_) presentation_->close();
    const Preferences set = load_preferences();
    QString model = to_qstring(script.model);
    const auto& info = window_.explorer()->model()->info();
    if (model.isEmpty() && info) model = to_qstring(info->path);
    auto* const presenter =
        new Presenter(script, model_factory(model, set.device, set.encoding_cache), place);
    presentation_ = new PresentationWindow(presenter, window_.explorer()->detector());
    presentation_->canvas()->stack()->restore(window_.canvas()->stack()->to_map());
    presenter->setParent(presentation_);
    presentation_->setScreen(window_.screen());
    presentation_->setGeometry(window_.screen()->geometry());
    presentation_->showFullScreen();
}

}  // namespace gbs::app
