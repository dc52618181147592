// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/benchmark_controller.h"

#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <utility>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "app/benchmark/command_row.h"
#include "app/benchmark/run_bar.h"
#include "app/frame/main_window.h"
#include "app/session/model_factory.h"
#include "app/session/running_detector.h"
#include "app/settings/preferences.h"

namespace gbs::app {

namespace {

const QString benchmark_folder_key = QStringLiteral("benchmark/folder"),
              results_key = QStringLiteral("benchmark/results"),
              models_key = QStringLiteral("benchmark/models");  // file of scores -> model

struct OpenedResults {
    QVector<BenchmarkResultPtr> results;
    QStringList problems;
};

OpenedResults read_results(const QStringList& files, const std::shared_ptr<const FolderIndex>& photos) {
    OpenedResults opened;
    for (const QString& file : files) {
        try {
            opened.results << read_result(file, photos);
        } catch (const std::exception& error) {
            opened.problems << QString::fromUtf8(error.what());
        }
    }
    return opened;
}

/// The photos of a result in its order, and its boxes by the paths of the photos.
struct ResultPhotos {
    QStringList photos;
    std::vector<PhraseQuery> queries;
};

ResultPhotos find_photos(const BenchmarkResult& result, const FolderIndex& index) {
    ResultPhotos found;
    QSet<QString> seen;
    for (const UnitResult& unit : result.data.results) {
        const auto photo = index.photo(unit.unit.target.image);
        if (!photo) continue;
        const QString path = to_qstring(*photo);
        if (!seen.contains(path)) {
            seen.insert(path);
            found.photos << path;
        }
        PhraseQuery query = unit.unit.target;
        query.image = photo->string();
        found.queries.push_back(std::move(query));
    }
    return found;
}

}  // namespace

BenchmarkController::BenchmarkController(MainWindow& window)
    : QObject(&window), window_(window), explorer_(*window.explorer()), panel_(new BenchmarkPanel) {
    dock_ = window_.add_dock(QStringLiteral("benchmark"), tr("Benchmark"), panel_);
    build_menu();
    connect_job();
    connect_panel();
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &BenchmarkController::show_wanted);
    // The first photo may be shown before the list is complete.
    connect(explorer_.browser(), &PhotoBrowser::images_found, this, &BenchmarkController::show_wanted);
    const auto offer = [this](const ModelInfo& info) {
        panel_->form()->set_window_model(to_qstring(info.path), QString::fromStdString(info.device));
    };
    connect(&explorer_, &Explorer::model_ready, this, offer);
    if (explorer_.model()->info()) offer(*explorer_.model()->info());
    connect(dock_, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible) restore();
    });
}

/// Opens the folder and the results of the last session. Called when
/// the dock is first shown: they may be large.
void BenchmarkController::restore() {
    if (std::exchange(restored_, true)) return;
    const QSettings settings;
    if (const QString folder = settings.value(benchmark_folder_key).toString(); !folder.isEmpty())
        open_folder(folder);
    open_results(settings.value(results_key).toStringList());
}

void BenchmarkController::build_menu() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const menu = window_.menu(MenuId::model);
    menu->addSeparator();
    const auto add = [&](const char* id, const QString& text, const QList<QKeySequence>& keys,
                         const QString& tip, auto what) {
        connect(actions->add(menu, QString::fromLatin1(id), text, keys, {}, tip), &QAction::triggered, this,
                what);
    };
    add("benchmark.next", tr("Next P&hrase of the Result"), {QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
        tr("Step through the phrases listed in the benchmark panel"), [this] { panel_->step(1); });
    add("benchmark.previous", tr("Previous Phra&se of the Result"), {QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
        tr("Step through the phrases listed in the benchmark panel"), [this] { panel_->step(-1); });
}

void BenchmarkController::connect_job() {
    BenchmarkForm* const form = panel_->form();
    connect(&job_, &BenchmarkJob::recognized, this, [this, form](const BenchmarkAbout& about) {
        form->set_running(false);
        form->run_bar()->show_activity({});
        form->show_about(about);
        if (about.problem.isEmpty()) QSettings().setValue(benchmark_folder_key, about.folder);
    });
    connect(&job_, &BenchmarkJob::activity, form->run_bar(), &RunBar::show_activity);
    connect(&job_, &BenchmarkJob::progressed, form->run_bar(), &RunBar::show_progress);
    connect(&job_, &BenchmarkJob::scored, panel_, &BenchmarkPanel::show_live);
    connect(&job_, &BenchmarkJob::finished, this,
            [this, form](const BenchmarkResultPtr& result, const QStringList& warnings) {
                form->run_bar()->show_activity({});
                form->set_running(false);
                form->show_problem(warnings.join(QLatin1Char('\n')));
                if (!result->model.isEmpty()) {
                    QVariantMap models = QSettings().value(models_key).toMap();
                    models.insert(result->file, result->model);
                    QSettings().setValue(models_key, models);
                }
                panel_->add_result(result);
                window_.show_message(widgets::Severity::info,
                                     tr("%1 has been scored. The scores of all phrases are in %2.")
                                         .arg(result->name, QDir::toNativeSeparators(result->file)));
            });
    connect(&job_, &BenchmarkJob::paused, form->run_bar(), &RunBar::show_paused);
    connect(&job_, &BenchmarkJob::stopped, this, [form] {
        form->set_running(false);
        form->run_bar()->show_activity({});
        form->run_bar()->show_activity(tr("Stopped. The scores so far are saved; Resume continues."));
        form->set_running(false);
    });
    connect(&job_, &BenchmarkJob::failed, this, [this, form](const QString& reason) {
        form->set_running(false);
        form->run_bar()->show_activity({});
        form->set_running(false);
        form->show_problem(reason);
        panel_->show_live({});
    });
}

void BenchmarkController::connect_panel() {
    BenchmarkForm* const form = panel_->form();
    RunBar* const bar = form->run_bar();
    connect(form, &BenchmarkForm::folder_chosen, this, &BenchmarkController::open_folder);
    connect(form, &BenchmarkForm::start_requested, this, &BenchmarkController::start);
    connect(bar, &RunBar::pause_requested, &job_, [this, bar] {
        bar->set_paused(true);
        bar->show_activity(tr("Pausing…"));
        job_.pause();
    });
    connect(bar, &RunBar::resume_requested, &job_, [this, bar] {
        bar->set_paused(false);
        job_.resume();
    });
    connect(bar, &RunBar::stop_requested, &job_, &BenchmarkJob::stop);
    connect(explorer_.detector()->running(), &RunningDetector::state_changed, form->command_row(),
            &CommandRow::offer);
    connect(panel_, &BenchmarkPanel::open_results_requested, this, &BenchmarkController::ask_results);
    connect(panel_, &BenchmarkPanel::phrase_chosen, this, &BenchmarkController::walk);
    connect(panel_->walk_bar(), &WalkBar::back_requested, this, &BenchmarkController::go_back);
    connect(panel_->walk_bar(), &WalkBar::load_requested, this, [this] {
        if (!entered_) return;
        const Preferences set = load_preferences();
        explorer_.load_model(model_factory(model_of(*entered_), set.device, set.encoding_cache));
    });
    connect(&explorer_, &Explorer::model_ready, this, &BenchmarkController::show_walk);
    // Another photo or phrase has no scored peak.
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this,
            [this] { Q_EMIT scored_peak_changed({}, false); });
    connect(&explorer_, &Explorer::current_phrase_changed, this,
            [this] { Q_EMIT scored_peak_changed({}, false); });
    connect(panel_, &BenchmarkPanel::results_changed, this, [this] {
        QStringList files;
        for (const BenchmarkResultPtr& result : panel_->kept())
            if (!result->file.isEmpty()) files << result->file;
        QSettings().setValue(results_key, files);
    });
}

void BenchmarkController::show_panel() {
    window_.workspaces()->show(Workspace::benchmark);
    dock_->show();
    dock_->raise();
}

void BenchmarkController::open_folder(const QString& folder) {
    if (job_.busy()) return;
    panel_->form()->set_running(true);
    panel_->form()->run_bar()->show_activity(tr("Checking %1…").arg(QDir::toNativeSeparators(folder)));
    job_.recognize(folder);
}

void BenchmarkController::ask_results() {
    open_results(QFileDialog::getOpenFileNames(&window_, tr("Open Results"), {},
                                               tr("Results (%1)").arg(QStringLiteral("*.jsonl"))));
}

void BenchmarkController::open_results(const QStringList& files) {
    if (files.isEmpty()) return;
    run_in_background(
        this, [files, photos = panel_->form()->about().index] { return read_results(files, photos); },
        [this](const OpenedResults& opened) {
            for (const BenchmarkResultPtr& result : opened.results) panel_->add_result(result);
            if (!opened.problems.isEmpty())
                window_.show_message(widgets::Severity::error, opened.problems.join(QLatin1Char('\n')));
        });
}

void BenchmarkController::start(bool resume) {
    BenchmarkForm* const form = panel_->form();
    const QString file = form->file();
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return form->show_problem(
            tr("Cannot create %1. Choose another file for the scores.").arg(QFileInfo(file).absolutePath()));
    form->show_problem({});
    panel_->show_live({});
    form->set_running(true);
    try {
        job_.start(form->request(), file, resume, form->report_file());
    } catch (const std::exception& error) {
        form->set_running(false);
        form->show_problem(QString::fromUtf8(error.what()));
    }
}

QString BenchmarkController::model_of(const BenchmarkResult& result) {
    if (!result.model.isEmpty()) return result.model;
    return QSettings().value(models_key).toMap().value(result.file).toString();
}

void BenchmarkController::show_walk() {
    if (!entered_) return;
    const auto& info = explorer_.model()->info();
    panel_->walk_bar()->set(model_of(*entered_), info ? to_qstring(info->path) : QString(),
                            !own_photos_.isEmpty());
}

void BenchmarkController::go_back() {
    panel_->walk_bar()->hide();
    window_.workspaces()->set_canvas_shown(Workspace::benchmark, false);
    entered_.reset();
    wanted_phrase_.clear();
    Q_EMIT scored_peak_changed({}, false);
    explorer_.truth()->close();
    explorer_.set_glance({});
    QStringList photos = std::exchange(own_photos_, {});
    connect(
        explorer_.browser(), &PhotoBrowser::images_found, this,
        [this, photo = own_photo_](const QStringList& images) {
            if (images.contains(photo)) explorer_.show_image(photo);
        },
        Qt::SingleShotConnection);
    explorer_.open(photos);
    window_.workspaces()->show(Workspace::explore);
}

void BenchmarkController::walk(const BenchmarkResultPtr& result, const UnitResult& unit,
                               const MapScore* score) {
    // A results file does not store the folder of its photos: look in the open benchmark.
    const std::shared_ptr<const FolderIndex> photos =
        result->photos ? result->photos : panel_->form()->about().index;
    const auto photo = photos ? photos->photo(unit.unit.target.image) : std::nullopt;
    if (!photo)
        return window_.show_message(
            widgets::Severity::warning,
            tr("The open benchmark does not contain the photo %1. Open its benchmark to see it.")
                .arg(QString::fromStdString(unit.unit.target.image)));
    window_.workspaces()->set_canvas_shown(Workspace::benchmark, true);
    wanted_photo_ = to_qstring(*photo);
    wanted_hit_ = score && score->hit;
    wanted_peak_ =
        score && !score->silent ? std::optional(QPoint(score->peak.x, score->peak.y)) : std::nullopt;
    wanted_phrase_ = QString::fromStdString(unit.unit.target.phrase).simplified();
    const bool listed = explorer_.browser()->images().contains(wanted_photo_);
    if (entered_ == result && entering_) return;  // shown once the photos are listed
    if (entered_ != result || !listed) {
        if (!entered_) {
            own_photos_ = explorer_.browser()->opened();
            own_photo_ = explorer_.photo().path;
        }
        entered_ = result;
        show_walk();
        return enter(result, photos, wanted_photo_);
    }
    if (explorer_.photo().path == wanted_photo_) return show_wanted();
    explorer_.show_image(wanted_photo_);
}

void BenchmarkController::enter(const BenchmarkResultPtr& result,
                                const std::shared_ptr<const FolderIndex>& photos, const QString& photo) {
    entering_ = true;
    run_in_background(
        this, [result, photos] { return find_photos(*result, *photos); },
        [this, result, photo](const ResultPhotos& found) {
            explorer_.truth()->use(tr("the benchmark %1").arg(result->name), found.queries);
            QStringList paths = found.photos;
            // The explorer shows the first path first.
            paths.removeAll(photo);
            paths.prepend(photo);
            explorer_.open(paths);
        });
}

void BenchmarkController::show_wanted() {
    const bool listed = explorer_.browser()->images().contains(wanted_photo_);
    if (listed) entering_ = false;
    if (wanted_phrase_.isEmpty() || !listed) return;
    // The user may have chosen another phrase while the photos were being opened.
    if (explorer_.photo().path != wanted_photo_) return explorer_.show_image(wanted_photo_);
    explorer_.set_glance(wanted_phrase_);
    wanted_phrase_.clear();
    show_walk();
    Q_EMIT scored_peak_changed(wanted_peak_, wanted_hit_);
}

}  // namespace gbs::app
