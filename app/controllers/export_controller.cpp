// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/export_controller.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QSettings>
#include <QUrl>
#include <algorithm>
#include <set>

#include "app/base/convert.h"
#include "app/controllers/images_controller.h"
#include "app/export/export_dialog.h"
#include "app/frame/main_window.h"

namespace gbs::app {

namespace {

/// One queue for the program: it outlives the windows.
ExportQueue* find_or_create_queue(Explorer& explorer) {
    auto* queue = explorer.findChild<ExportQueue*>(QString(), Qt::FindDirectChildrenOnly);
    return queue ? queue : new ExportQueue(&explorer);
}

QString file_suffix(FigureFormat format) {
    switch (format) {
        case FigureFormat::svg:
            return QStringLiteral("svg");
        case FigureFormat::pdf:
            return QStringLiteral("pdf");
        case FigureFormat::png:
            break;
    }
    return QStringLiteral("png");
}

}  // namespace

ExportController::ExportController(MainWindow& window, const ImagesController& images)
    : QObject(&window),
      window_(window),
      images_(images),
      explorer_(*window.explorer()),
      queue_(find_or_create_queue(explorer_)),
      list_(new widgets::JobList),
      button_(new widgets::PopoverButton(QStringLiteral("export"), tr("Exports"), list_)) {
    button_->setObjectName(QStringLiteral("exports"));
    button_->setToolTip(tr("Progress of exports and reports"));
    window_.status_line()->addPermanentWidget(button_);
    build_actions();
    connect_queue();
    window_.add_close_guard([this] { return may_close(); });
}

void ExportController::build_actions() {
    QMenu* const file = window_.menu(MenuId::file);
    file->addSeparator();
    QMenu* const menu = file->addMenu(tr("&Export"));
    menu->setToolTipsVisible(true);
    ActionRegistry* const registry = window_.action_registry();
    const auto add = [&](const char* id, const QString& text, QKeyCombination keys, const QString& tip,
                         auto what) {
        QAction* const action =
            registry->add(menu, QString::fromLatin1(id), text, {QKeySequence(keys)}, {}, tip);
        connect(action, &QAction::triggered, this, what);
        actions_ << action;
    };
    add("export.figure", tr("&Figure…"), Qt::CTRL | Qt::Key_E,
        tr("Export the current view as PNG, SVG or PDF"), [this] { ask_figure(); });
    add("export.copy_figure", tr("&Copy Figure"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
        tr("Copy the current view with the settings of the last export"), [this] { copy_figure(); });
    menu->addSeparator();
    add("export.heatmaps", tr("&Heatmaps…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
        tr("Export the maps of a photo or a folder as 16-bit PNG and .npy"),
        [this] { ask_batch(BatchKind::maps); });
    add("export.report", tr("&Report…"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
        tr("Export an HTML file with photos, phrases and their maps"),
        [this] { ask_batch(BatchKind::report); });
    menu->addSeparator();
    connect(registry->add(menu, QStringLiteral("export.show"), tr("&Show Exports"),
                          {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E)}, {},
                          tr("Progress of exports and reports")),
            &QAction::triggered, this, [this] { button_->open(); });
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &ExportController::refresh_actions);
    refresh_actions();
}

void ExportController::refresh_actions() {
    for (QAction* const action : std::as_const(actions_)) action->setEnabled(!explorer_.photo().empty());
}

void ExportController::connect_queue() {
    const auto show = [this](int id) {
        if (const ExportJob* const job = queue_->job(id)) list_->set_job(id, job->state());
    };
    for (const int id : queue_->ids()) show(id);
    connect(queue_, &ExportQueue::changed, this, show);
    for (const auto change : {&ExportQueue::changed, &ExportQueue::ended, &ExportQueue::removed})
        connect(queue_, change, this, &ExportController::show_badge);
    show_badge();
    connect(queue_, &ExportQueue::ended, this, &ExportController::report_end);
    connect(queue_, &ExportQueue::removed, list_, &widgets::JobList::remove_job);
    connect(list_, &widgets::JobList::pause_requested, queue_, &ExportQueue::pause);
    connect(list_, &widgets::JobList::resume_requested, queue_, &ExportQueue::resume);
    connect(list_, &widgets::JobList::cancel_requested, queue_, &ExportQueue::cancel);
    connect(list_, &widgets::JobList::dismissed, queue_, &ExportQueue::remove);
    connect(list_, &widgets::JobList::open_requested, this, &ExportController::open_result);
}

/// Nothing is in the way while there are no exports.
void ExportController::show_badge() {
    button_->setVisible(!queue_->ids().isEmpty());
    button_->set_badge(queue_->active());
}

void ExportController::report_end(int id) {
    const ExportJob* const job = queue_->job(id);
    for (const QString& failure : job->failures())
        window_.log()->add_message(widgets::Severity::warning, failure);
    const widgets::JobState& state = job->state();
    if (state.phase == widgets::JobState::Phase::failed)
        window_.show_message(widgets::Severity::error, tr("%1: %2").arg(state.title, state.outcome));
    else if (state.phase == widgets::JobState::Phase::finished && !state.outcome.isEmpty())
        window_.show_message(job->failures().isEmpty() ? widgets::Severity::info : widgets::Severity::warning,
                             state.outcome);
}

void ExportController::open_result(int id) {
    if (const ExportJob* const job = queue_->job(id))
        QDesktopServices::openUrl(QUrl::fromLocalFile(job->state().path));
}

/// A line for each job that has not ended.
QString ExportController::unfinished() const {
    QStringList lines;
    for (const int id : queue_->ids())
        if (const widgets::JobState& state = queue_->job(id)->state(); !state.ended())
            lines << tr("%1: %2").arg(state.title, describe(state));
    return lines.join(QLatin1Char('\n'));
}

bool ExportController::may_close() {
    if (queue_->active() == 0) return true;
    if (asking_) return false;
    asking_ = true;
    auto* const box = new QMessageBox(
        QMessageBox::Question, tr("Exports are running"),
        tr("%n export(s) are not finished. Cancel them and close? Files already written are complete.",
           nullptr, queue_->active()),
        QMessageBox::NoButton, &window_);
    box->setInformativeText(unfinished());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* const close = box->addButton(tr("Cancel Exports and &Close"), QMessageBox::AcceptRole);
    QPushButton* const keep = box->addButton(tr("&Keep Exporting"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(box, &QMessageBox::finished, this, [this, box, close] {
        asking_ = false;
        if (box->clickedButton() != close) return;
        // Close the window when the last job has ended; until then it stays responsive.
        connect(queue_, &ExportQueue::idle, &window_, &QWidget::close, Qt::SingleShotConnection);
        queue_->cancel_all();
        if (queue_->active() == 0) window_.close();
    });
    box->open();
    return false;
}

QStringList ExportController::shown_phrases() const {
    return explorer_.phrases_for(explorer_.photo().path);
}

/// Of several photos, the phrases that are for all.
QStringList ExportController::phrases_of(const PhotoScope& scope) const {
    return explorer_.phrases_for(scope.photos.size() == 1 ? scope.photos.front() : QString());
}

FigureText ExportController::figure_text() const {
    FigureText text;
    text.right_to_left = QGuiApplication::isRightToLeft();
    const auto side = widgets::compares_sides(window_.canvas()->view()) ? explorer_.other_side()
                                                                        : Explorer::OtherSide::none;
    const ModelSlot* const a = explorer_.model();
    const ModelSlot* const b = side == Explorer::OtherSide::model ? explorer_.other_model() : nullptr;
    QStringList phrases{explorer_.shown_phrase()}, models{a->name_beside(b)};
    if (side == Explorer::OtherSide::phrase) phrases << explorer_.other_phrase();
    if (b) models << b->name_beside(a);
    QStringList parts;
    for (const QString& phrase : phrases)
        if (!phrase.isEmpty()) parts << tr("“%1”").arg(phrase);
    for (const QString& model : models)
        if (!model.isEmpty()) parts << tr("model %1").arg(model);
    parts << QFileInfo(explorer_.photo().path).fileName();
    text.caption = parts.join(QStringLiteral(" · "));
    std::set<QString> marked;
    for (const widgets::TileFigure& tile : window_.canvas()->figure().tiles)
        for (const widgets::FigureLayer& layer : tile.layers)
            for (const widgets::PeakMark& mark : layer.marks) marked.insert(mark.letter);
    const auto& items = explorer_.phrases()->items();
    for (int row = 0; row < items.size(); ++row) {
        const QString letter = widgets::PhraseModel::letter(row);
        if (marked.contains(letter)) text.legend.push_back({items[row].text, items[row].color, letter});
    }
    return text;
}

void ExportController::ask_figure() {
    auto* const dialog = new ExportDialog(window_.canvas()->figure(), figure_text(), &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const FigureOptions options = dialog->options();
        const QString ending = file_suffix(options.format);
        const QString folder = QSettings()
                                   .value(QStringLiteral("export/figure_folder"),
                                          QFileInfo(explorer_.photo().path).absolutePath())
                                   .toString();
        const QString name = QFileInfo(explorer_.photo().path).completeBaseName();
        QString path = QFileDialog::getSaveFileName(
            &window_, tr("Export Figure"), QStringLiteral("%1/%2.figure.%3").arg(folder, name, ending),
            tr("Figures (%1)").arg(QStringLiteral("*.") + ending));
        if (path.isEmpty()) return;
        if (QFileInfo(path).suffix().isEmpty()) path += QLatin1Char('.') + ending;
        QSettings().setValue(QStringLiteral("export/figure_folder"), QFileInfo(path).absolutePath());
        start_figure(options, path);
    });
    dialog->open();
}

void ExportController::start_figure(const FigureOptions& options, const QString& path) {
    const widgets::CanvasFigure figure = window_.canvas()->figure();
    const FigureText text = figure_text();
    queue_->add(tr("Figure %1").arg(QFileInfo(path).fileName()), ExportQueue::Lane::quick,
                [=](const ExportJob::ProgressHandler&, const std::stop_token& stop) -> JobOutcome {
                    write_figure(figure, text, options, path, stop);
                    return {tr("Figure written to %1.").arg(QDir::toNativeSeparators(path)), path, {}};
                });
}

void ExportController::copy_figure() {
    const widgets::CanvasFigure figure = window_.canvas()->figure();
    const FigureText text = figure_text();
    const FigureOptions options = last_figure_options();
    const auto image = std::make_shared<QImage>();
    const int id =
        queue_->add(tr("Copy of the figure"), ExportQueue::Lane::quick,
                    [=](const ExportJob::ProgressHandler&, const std::stop_token& stop) -> JobOutcome {
                        *image = draw_figure(figure, text, options, stop);
                        return {tr("The figure has been copied to the clipboard."), {}, {}};
                    });
    connect(queue_->job(id), &ExportJob::ended, this, [this, id, image] {
        if (queue_->job(id)->state().phase != widgets::JobState::Phase::finished) return;
        QGuiApplication::clipboard()->setImage(*image);
        queue_->remove(id);
    });
}

std::vector<PhotoScope> ExportController::scopes() const {
    std::vector<PhotoScope> scopes{{tr("The current photo"), {explorer_.photo().path}}};
    const QStringList listed = images_.listed_photos();
    const QStringList& all = explorer_.browser()->images();
    if (!listed.isEmpty() && listed.size() != all.size())
        scopes.push_back({tr("Photos in the list"), listed});
    if (!all.isEmpty()) scopes.push_back({tr("All photos"), all});
    return scopes;
}

void ExportController::ask_batch(BatchKind kind) {
    auto* const dialog = new BatchDialog(kind, scopes(), static_cast<int>(shown_phrases().size()), &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kind] {
        const QString path = QDir::fromNativeSeparators(dialog->path().trimmed());
        MapFilesOptions options = dialog->options();
        options.look = window_.canvas()->stack()->look();
        if (kind == BatchKind::maps)
            start_maps(dialog->scope(), options, path);
        else
            start_report(dialog->scope(), path, options.maps);
    });
    dialog->open();
}

std::vector<Grounding> ExportController::known_groundings(const QStringList& phrases) const {
    std::vector<Grounding> groundings;
    for (const QString& phrase : phrases) {
        const widgets::PhraseLayers* const layers = explorer_.layers(phrase);
        if (!layers) return {};
        groundings.push_back(to_grounding(phrase, *layers));
    }
    return groundings;
}

void ExportController::start_maps(const PhotoScope& scope, const MapFilesOptions& options,
                                  const QString& folder) {
    const QStringList phrases = phrases_of(scope);
    const bool one = scope.photos == QStringList{explorer_.photo().path};
    const std::vector<Grounding> known = one ? known_groundings(phrases) : std::vector<Grounding>();
    if (!known.empty() && explorer_.model()->info()) {
        const QString model = QString::fromStdString(explorer_.model()->info()->path.string());
        queue_->add(tr("Heatmaps of %1").arg(QFileInfo(explorer_.photo().path).fileName()),
                    ExportQueue::Lane::quick,
                    photo_export_work(explorer_.photo(), known, model, folder, options));
        return;
    }
    if (!factory()) return window_.show_message(widgets::Severity::error, tr("No model is loaded."));
    queue_->add(tr("Heatmaps of %n photo(s)", nullptr, static_cast<int>(scope.photos.size())),
                ExportQueue::Lane::grounding,
                folder_export_work(factory(), scope.photos, phrases, folder, options));
}

void ExportController::start_report(const PhotoScope& scope, const QString& path,
                                    const std::vector<MapKind>& maps) {
    if (!factory()) return window_.show_message(widgets::Severity::error, tr("No model is loaded."));
    queue_->add(tr("Report of %n photo(s)", nullptr, static_cast<int>(scope.photos.size())),
                ExportQueue::Lane::grounding,
                report_work(factory(), scope.photos, phrases_of(scope), path,
                            snapshot_judgements(*explorer_.review(), scope.photos),
                            window_.canvas()->stack()->look(), maps));
}

GrounderFactory ExportController::factory() const {
    return explorer_.model()->factory();
}

}  // namespace gbs::app
