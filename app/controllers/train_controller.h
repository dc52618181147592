// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QObject>
#include <QPointer>

#include "app/train/checkpoint_follower.h"
#include "app/train/new_run_dialog.h"
#include "app/train/run_list_model.h"
#include "app/train/run_requests.h"
#include "app/train/run_watcher.h"
#include "app/train/training_tabs.h"

class QAction;
class QDockWidget;

namespace gbs::app {

class Explorer;
class MainWindow;

/// The dock "Training". Trainers run as separate processes and are watched through their run folders, so the
/// window and the trainers can end independently.
class TrainController : public QObject {
    Q_OBJECT

 public:
    explicit TrainController(MainWindow& window);

    void show_panel();
    void set_runs_folder(const QString& folder);
    void attach(const QString& folder);
    /// Opens the dialog with a recipe (empty: the last one) and changed options, key -> value.
    void new_run(const QString& recipe = {}, const QMap<QString, QString>& changes = {});
    void fork(const QString& run, const QString& checkpoint);
    /// Continues a run that has ended, with `more_steps` added to its last stage.
    void carry_on(const QString& run, int more_steps);
    void act(widgets::RunAction action, const widgets::RunRow& run);
    /// Loads the latest checkpoint of the selected run into the explorer.
    void ground_with_latest();

 private:
    widgets::RunListPanel* panel() const { return tabs_->runs(); }
    QString selected_run() const { return panel()->selected(); }  ///< its folder; empty: none
    void build_panel();
    void build_menu();
    void connect_parts();
    void add_run_action(const char* id, widgets::RunAction action, const QString& text, const QString& tip);
    void ask_folder();
    void ask_attach();
    void ask_fork(const widgets::RunRow& run);
    void ask_more_steps(const widgets::RunRow& run);
    void launch(const QString& run, const QStringList& arguments);
    void show_runs(QVector<widgets::RunRow> runs, const widgets::RunDetails& details);
    void refresh_actions();

    MainWindow& window_;
    Explorer& explorer_;
    RunListModel runs_;
    RunWatcher watcher_{this};
    RunRequests control_;
    CheckpointFollower follower_{this};
    TrainingTabs* tabs_ = nullptr;
    QDockWidget* dock_ = nullptr;
    QPointer<NewRunDialog> dialog_;
    QMap<widgets::RunAction, QAction*> run_actions_;
    QAction* ground_ = nullptr;
    QAction* follow_ = nullptr;
};

}  // namespace gbs::app
