// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/present_controller.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QScreen>
#include <algorithm>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "app/export/export_queue.h"
#include "app/export/folder_export_job.h"
#include "app/frame/main_window.h"
#include "app/present/presentation_page.h"
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
        with_script([this](const Script& read, const QString&) { start(read, {0, 0}); });
    });
    QAction* const page =
        actions->add(menu, QStringLiteral("view.save_page"), tr("Save as a &Web Page…"), {}, {},
                     tr("The presentation of these images as one HTML file that works offline"));
    connect(page, &QAction::triggered, this, [this] {
        const QString photo = window_.explorer()->photo().path;
        if (photo.isEmpty())
            return window_.show_message(widgets::Severity::info, tr("Open the images to present first."));
        ask_page(script_of_images(), QFileInfo(photo).absolutePath() + QStringLiteral("/presentation.html"));
    });
    QAction* const script_page =
        actions->add(menu, QStringLiteral("view.save_script_page"), tr("Save a Script as a We&b Page…"), {},
                     {}, tr("The presentation of a YAML file as one HTML file that works offline"));
    connect(script_page, &QAction::triggered, this, [this] {
        with_script([this](const Script& read, const QString& path) {
            const QFileInfo file(path);
            ask_page(read, file.absolutePath() + QLatin1Char('/') + file.completeBaseName() +
                               QStringLiteral(".html"));
        });
    });
}

void PresentController::with_script(
    const std::function<void(const Script& script, const QString& path)>& what) {
    const QString path = QFileDialog::getOpenFileName(
        &window_, tr("Present a script"), QFileInfo(window_.explorer()->photo().path).absolutePath(),
        tr("Scripts (%1);;All files (*)").arg(QStringLiteral("*.yaml *.yml")));
    if (path.isEmpty()) return;
    run_in_background(
        this, [path] { return read_script(to_path(path)); },
        [what, path](const Script& script) { what(script, path); },
        [this](const QString& reason) { window_.show_message(widgets::Severity::error, reason); });
}

void PresentController::ask_page(const Script& script, const QString& name) {
    const QString path =
        QFileDialog::getSaveFileName(&window_, tr("Save as a Web Page"), name, tr("Web pages (*.html)"));
    if (!path.isEmpty()) save_page(script, path);
}

void PresentController::save_page(const Script& script, const QString& path) {
    PageTexts texts;
    const ReportTexts words = report_texts();
    texts.language = words.language;
    texts.right_to_left = words.right_to_left;
    texts.peak = words.peak;
    texts.strengths = words.strengths;
    texts.title = tr("Presentation").toStdString();
    texts.back = tr("Back").toStdString();
    texts.next = tr("Next").toStdString();
    // The queue of the exports, which outlives the window.
    auto* const queue = window_.explorer()->findChild<ExportQueue*>();
    queue->add(tr("Presentation of %n photo(s)", nullptr, static_cast<int>(script.slides.size())),
               ExportQueue::Lane::grounding,
               [script, path, texts, factory = factory_of(script), look = window_.canvas()->stack()->look()](
                   const ExportJob::ProgressHandler& report, const std::stop_token& stop) -> JobOutcome {
                   write_presentation(to_path(path), script, *factory(), look, texts, report, stop);
                   return {tr("Presentation written to %1.").arg(QDir::toNativeSeparators(path)), path, {}};
               });
}

void PresentController::present_images() {
    Explorer* const explorer = window_.explorer();
    const QStringList& images = explorer->browser()->images();
    if (images.isEmpty())
        return window_.show_message(widgets::Severity::info, tr("Open the images to present first."));
    const qsizetype here = std::max<qsizetype>(0, images.indexOf(explorer->photo().path));
    start(script_of_images(), {static_cast<std::size_t>(here), 0});
}

Script PresentController::script_of_images() const {
    Explorer* const explorer = window_.explorer();
    Slide slide;
    // Not all views make sense for a slide; the others show the default.
    if (widgets::find_row(window_.canvas()->view()).script) slide.view = window_.canvas()->view();
    Script script;
    for (const QString& image : explorer->browser()->images()) {
        slide.image = to_path(image);
        slide.phrases.clear();
        for (const QString& phrase : explorer->phrases_for(image))
            slide.phrases.push_back(phrase.toStdString());
        script.slides.push_back(slide);
    }
    return script;
}

GrounderFactory PresentController::factory_of(const Script& script) const {
    const Preferences set = load_preferences();
    QString model = to_qstring(script.model);
    const auto& info = window_.explorer()->model()->info();
    if (model.isEmpty() && info) model = to_qstring(info->path);
    return model_factory(model, set.device, set.encoding_cache);
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
    auto* const presenter = new Presenter(script, factory_of(script), place);
    presentation_ = new PresentationWindow(presenter, window_.explorer()->detector());
    presentation_->canvas()->stack()->restore(window_.canvas()->stack()->to_map());
    presenter->setParent(presentation_);
    presentation_->setScreen(window_.screen());
    presentation_->setGeometry(window_.screen()->geometry());
    presentation_->showFullScreen();
}

}  // namespace gbs::app
