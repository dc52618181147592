// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/train_controller.h"

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "app/frame/main_window.h"
#include "app/session/model_factory.h"
#include "app/settings/preferences.h"
#include "app/train/alpha_tab.h"
#include "app/train/run_scan.h"
#include "app/train/trainer_launch.h"
#include "core/base/error.h"
#include "training/options/train_options.h"

namespace gbs::app {

namespace {

const QString runs_folder_key = QStringLiteral("train/folder"),
              attached_key = QStringLiteral("train/attached"),
              selected_key = QStringLiteral("train/selected"), follow_key = QStringLiteral("train/follow"),
              recipe_key = QStringLiteral("train/recipe");

QString first_folder() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/gbs-runs");
}

/// The assignment that adds steps to the last stage of a run. Throws Error.
QStringList more_steps_assignment(const QString& run, int more) {
    if (more <= 0) return {};
    const training::TrainOptions options =
        training::read_recipe(to_path(run + QStringLiteral("/config.yaml")));
    const std::size_t last = options.stage_count() - 1;
    const qint64 steps = static_cast<qint64>(options.stage_options(last).steps) + more;
    const QString key =
        options.stages.empty()
            ? QStringLiteral("steps")
            : QStringLiteral("stages.%1.steps").arg(QString::fromStdString(options.stage_name(last)));
    return {QStringLiteral("%1=%2").arg(key).arg(steps)};
}

}  // namespace

TrainController::TrainController(MainWindow& window)
    : QObject(&window), window_(window), explorer_(*window.explorer()) {
    build_panel();
    build_menu();
    connect_parts();
    const QSettings settings;
    watcher_.set_attached(settings.value(attached_key).toStringList());
    set_runs_folder(settings.value(runs_folder_key, first_folder()).toString());
    panel()->select(settings.value(selected_key).toString());
    follow_->setChecked(settings.value(follow_key, false).toBool());
    refresh_actions();
}

void TrainController::build_panel() {
    tabs_ = new TrainingTabs(&runs_, explorer_, [](const QString& checkpoint) {
        const Preferences set = load_preferences();
        return model_factory(checkpoint, set.device, set.encoding_cache, true)();
    });
    dock_ = window_.add_dock(QStringLiteral("training"), tr("Training"), tabs_);
}

void TrainController::build_menu() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const menu = window_.menu(MenuId::train);
    const auto add = [&](const char* id, const QString& text, const QString& tip, auto what) {
        QAction* const action = actions->add(menu, QString::fromLatin1(id), text, {}, {}, tip);
        connect(action, &QAction::triggered, this, what);
        return action;
    };
    add("train.new", tr("&New Run…"), tr("Choose a recipe and options and start training"),
        [this] { new_run(); });
    add("train.attach", tr("&Attach a Run…"),
        tr("List a run that was started from a shell or on another machine"), [this] { ask_attach(); });
    add("train.folder", tr("Runs &Folder…"), tr("Choose the folder whose runs are listed"),
        [this] { ask_folder(); });
    menu->addSeparator();
    add_run_action("train.pause", widgets::RunAction::pause, tr("&Pause"),
                   tr("Pause the trainer of the selected run"));
    add_run_action("train.resume", widgets::RunAction::resume, tr("&Resume"), tr("Resume a paused trainer"));
    add_run_action("train.stop", widgets::RunAction::stop, tr("S&top"),
                   tr("Save a checkpoint and stop the trainer"));
    add_run_action("train.save", widgets::RunAction::save, tr("Save a Chec&kpoint Now"),
                   tr("Save a checkpoint after the current step"));
    add_run_action("train.continue", widgets::RunAction::carry_on, tr("&Continue…"),
                   tr("Start a trainer that continues from the latest checkpoint"));
    add_run_action("train.fork", widgets::RunAction::fork, tr("F&ork…"),
                   tr("Start a new run from the weights of a checkpoint, with other options"));
    menu->addSeparator();
    ground_ = add("train.ground", tr("&Ground with the Latest Checkpoint"),
                  tr("Load the latest checkpoint of the selected run into the window"),
                  [this] { ground_with_latest(); });
    follow_ = actions->add_toggle(
        menu, QStringLiteral("train.follow"), tr("Follow Ne&w Checkpoints"), false, {}, {},
        tr("Load each new checkpoint of the selected run into the window, at most every ten seconds"));
}

void TrainController::add_run_action(const char* id, widgets::RunAction action, const QString& text,
                                     const QString& tip) {
    QAction* const made = window_.action_registry()->add(window_.menu(MenuId::train), QString::fromLatin1(id),
                                                         text, {}, {}, tip);
    run_actions_.insert(action, made);
    connect(made, &QAction::triggered, this, [this, action] {
        const widgets::RunRow run = panel()->current();
        if (widgets::can(action, run)) act(action, run);
    });
}

void TrainController::connect_parts() {
    connect(tabs_, &TrainingTabs::shown_changed, this, [this](bool shown) {
        watcher_.set_watching(shown);
        refresh_actions();
    });
    connect(panel(), &widgets::RunListPanel::new_run_requested, this, [this] { new_run(); });
    connect(panel(), &widgets::RunListPanel::folder_requested, this, &TrainController::ask_folder);
    connect(panel(), &widgets::RunListPanel::attach_requested, this, &TrainController::ask_attach);
    connect(panel(), &widgets::RunListPanel::action_requested, this, &TrainController::act);
    connect(panel(), &widgets::RunListPanel::run_selected, this, [this](const QString& folder) {
        QSettings().setValue(selected_key, folder);
        watcher_.set_detailed(folder);
        follower_.set_run(folder);
        refresh_actions();
        tabs_->set_run(folder);
    });
    const widgets::LayerStack* const stack = window_.canvas()->stack();
    tabs_->set_look(stack->look());
    connect(stack, &widgets::LayerStack::changed, this, [this, stack] { tabs_->set_look(stack->look()); });
    connect(tabs_, &TrainingTabs::message, &window_, &MainWindow::show_message);
    connect(tabs_->alpha(), &AlphaTab::use_in_new_run, this, [this](const QVariantMap& options) {
        QMap<QString, QString> changes;
        for (auto each = options.begin(); each != options.end(); ++each)
            changes.insert(each.key(), each.value().toString());
        if (!dialog_) return new_run({}, changes);
        dialog_->change_options(changes);
        dialog_->raise();
        dialog_->activateWindow();
    });
    connect(&watcher_, &RunWatcher::looked, this, &TrainController::show_runs);
    connect(&control_, &RunRequests::failed, this,
            [this](const QString& reason) { window_.show_message(widgets::Severity::error, reason); });
    connect(follow_, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue(follow_key, on);
        follower_.set_following(on);
    });
    connect(&follower_, &CheckpointFollower::checkpoint, this, [this](const QString& model, qint64 step) {
        window_.show_message(widgets::Severity::info,
                             tr("Grounding with the checkpoint at step %1 of %2")
                                 .arg(QLocale().toString(step), QFileInfo(selected_run()).fileName()));
        const Preferences set = load_preferences();
        explorer_.load_model(model_factory(model, set.device, set.encoding_cache));
    });
    connect(&follower_, &CheckpointFollower::no_checkpoint, this, [this](const QString& folder) {
        window_.show_message(widgets::Severity::warning,
                             tr("%1 has no checkpoint yet").arg(QFileInfo(folder).fileName()));
    });
}

void TrainController::show_runs(QVector<widgets::RunRow> runs, const widgets::RunDetails& details) {
    control_.annotate(runs);
    runs_.set_rows(runs);
    if (details.folder == selected_run()) panel()->set_details(details);
    refresh_actions();
}

void TrainController::refresh_actions() {
    const widgets::RunRow run = panel()->current();
    for (auto each = run_actions_.begin(); each != run_actions_.end(); ++each)
        each.value()->setEnabled(watcher_.watching() && !run.folder.isEmpty() &&
                                 widgets::can(each.key(), run));
    ground_->setEnabled(!selected_run().isEmpty());
    tabs_->show_state(run);
}

void TrainController::show_panel() {
    window_.workspaces()->show(Workspace::train);
    tabs_->setCurrentWidget(panel());
    dock_->show();
    dock_->raise();
}

void TrainController::set_runs_folder(const QString& folder) {
    const QString path = QDir(folder).absolutePath();
    panel()->set_folder(QDir::toNativeSeparators(path));
    watcher_.set_folder(path);
}

void TrainController::ask_folder() {
    const QString folder =
        QFileDialog::getExistingDirectory(&window_, tr("Folder of training runs"), watcher_.folder());
    if (folder.isEmpty()) return;
    QSettings().setValue(runs_folder_key, folder);
    set_runs_folder(folder);
}

void TrainController::ask_attach() {
    const QString folder =
        QFileDialog::getExistingDirectory(&window_, tr("Folder of one training run"), watcher_.folder());
    if (!folder.isEmpty()) attach(folder);
}

void TrainController::attach(const QString& folder) {
    run_in_background(
        this, [folder] { return is_run_folder(folder); },
        [this, folder](bool is_run) {
            if (!is_run)
                return window_.show_message(
                    widgets::Severity::error,
                    tr("%1 is not a training run: it has neither a status.json nor a config.yaml")
                        .arg(folder));
            QStringList all = watcher_.attached();
            const QString path = QDir(folder).absolutePath();
            if (!all.contains(path)) all << path;
            QSettings().setValue(attached_key, all);
            watcher_.set_attached(all);
            show_panel();
            panel()->select(path);
        });
}

void TrainController::act(widgets::RunAction action, const widgets::RunRow& run) {
    switch (action) {
        case widgets::RunAction::pause:
            control_.ask(training::ControlWord::pause, run);
            break;
        case widgets::RunAction::resume:
            control_.ask(training::ControlWord::resume, run);
            break;
        case widgets::RunAction::stop:
            control_.ask(training::ControlWord::stop, run);
            break;
        case widgets::RunAction::save:
            control_.ask(training::ControlWord::save, run);
            break;
        case widgets::RunAction::carry_on:
            return run.condition == widgets::RunCondition::completed ? ask_more_steps(run)
                                                                     : carry_on(run.folder, 0);
        case widgets::RunAction::fork:
            return ask_fork(run);
    }
    // Show the request at once; the trainer confirms it later.
    QVector<widgets::RunRow> rows = runs_.rows();
    control_.annotate(rows);
    runs_.set_rows(rows);
    refresh_actions();
}

void TrainController::ask_more_steps(const widgets::RunRow& run) {
    bool chosen = false;
    const int more = QInputDialog::getInt(
        &window_, tr("Continue %1").arg(run.name),
        tr("The run is complete. Additional steps for its last stage (its schedule is stretched):"),
        static_cast<int>(qBound(qint64{1}, run.total / 10, qint64{1000000})), 1, 100'000'000, 1, &chosen);
    if (chosen) carry_on(run.folder, more);
}

void TrainController::carry_on(const QString& run, int more_steps) {
    run_in_background(
        this, [run, more_steps] { return continue_arguments(run, more_steps_assignment(run, more_steps)); },
        [this, run](const QStringList& arguments) { launch(run, arguments); },
        [this](const QString& reason) { window_.show_message(widgets::Severity::error, reason); });
}

void TrainController::ask_fork(const widgets::RunRow& run) {
    const QVector<widgets::RunCheckpoint> checkpoints = panel()->details().folder == run.folder
                                                            ? panel()->details().checkpoints
                                                            : QVector<widgets::RunCheckpoint>();
    QStringList names;
    for (auto each = checkpoints.rbegin(); each != checkpoints.rend(); ++each)
        names << (each->best ? tr("Step %1 (best)").arg(each->step) : tr("Step %1").arg(each->step));
    if (names.isEmpty()) return;
    bool chosen = false;
    const QString name = QInputDialog::getItem(&window_, tr("Fork %1").arg(run.name),
                                               tr("Checkpoint whose weights the new run starts from:"), names,
                                               0, false, &chosen);
    if (chosen) fork(run.folder, checkpoints[checkpoints.size() - 1 - names.indexOf(name)].model);
}

void TrainController::fork(const QString& run, const QString& checkpoint) {
    new_run(run + QStringLiteral("/config.yaml"), {{QStringLiteral("initial_checkpoint"), checkpoint}});
    dialog_->name_fork(run, checkpoint);
}

void TrainController::new_run(const QString& recipe, const QMap<QString, QString>& changes) {
    if (dialog_) dialog_->close();
    dialog_ = new NewRunDialog(watcher_.folder(), &window_);
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog_, &NewRunDialog::start_requested, this,
            [this](const QString& run, const QStringList& arguments) {
                QSettings().setValue(recipe_key, arguments.value(1));
                launch(run, arguments);
            });
    dialog_->show();
    QString chosen = recipe.isEmpty() ? QSettings().value(recipe_key).toString() : recipe;
    if (recipe.isEmpty() && !QFileInfo::exists(chosen)) chosen = preset_recipes().value(0);
    dialog_->load(chosen, changes);
}

void TrainController::launch(const QString& run, const QStringList& arguments) {
    run_in_background(
        this, [run, arguments] { launch_trainer(run, arguments); },
        [this, run] {
            show_panel();
            panel()->select(run);
            watcher_.look();
        },
        [this](const QString& reason) { window_.show_message(widgets::Severity::error, reason); });
}

void TrainController::ground_with_latest() {
    window_.workspaces()->show(Workspace::explore);
    follower_.ask();
}

}  // namespace gbs::app
