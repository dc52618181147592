// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <memory>
#include <string>
#include <vector>

#include "app/train/run_draft.h"
#include "training/trainer/recipe_check.h"
#include "widgets/forms/options_form.h"

namespace gbs::app {

/// The recipes that come with the program. Reads a folder.
QStringList preset_recipes();

/// Configures a run: a recipe, its options and its folder. After every edit, a worker looks for problems,
/// which are shown at their options; the run can start when none of them is fatal.
class NewRunDialog : public QDialog {
    Q_OBJECT

 public:
    /// New runs go into `runs_folder`.
    explicit NewRunDialog(QString runs_folder, QWidget* parent = nullptr);

    /// Reads a recipe in a worker and applies the changes, key or "stages.NAME.key" -> value.
    void load(const QString& recipe, const QMap<QString, QString>& changes = {});

    /// Applies such changes to the open recipe.
    void change_options(const QMap<QString, QString>& changes);
    /// Titles the dialog as a fork of a run's checkpoint, whose folder is `run`.
    void name_fork(const QString& run, const QString& checkpoint);

    /// Whether the current state has been checked for problems.
    bool is_checked() const { return draft_ && !checking_ && !check_pause_.isActive(); }
    QString run_folder() const;
    QStringList arguments() const;
    void save_recipe(const QString& path);

 Q_SIGNALS:
    void start_requested(const QString& run, const QStringList& arguments);

 private:
    struct Checked {
        std::vector<training::RecipeProblem> problems, data_problems;
    };
    void build();
    QWidget* build_head();
    QWidget* build_foot();
    void connect_parts();
    void fill_recipes(const QString& chosen);
    void take(std::shared_ptr<RunDraft> draft, const QString& free_name,
              const QMap<QString, QString>& changes);
    void show_fields();
    void edit(const QString& key, const QString& value);
    void change(const QString& stage, const QString& key, const QString& value);
    void schedule_check();
    void check();
    void show_problems();
    void add_problem(const QString& stage, const QString& key, const QString& text, bool fatal);
    void go_to(const QListWidgetItem* item);
    void show_error(const QString& text);
    void show_command();
    QString stage() const { return stages_->currentData().toString(); }

    QString runs_folder_;
    std::shared_ptr<RunDraft> draft_;
    QMap<QString, QString> refused_;  ///< options of the shown stage with an invalid text: key -> reason
    Checked found_;
    std::string found_data_key_;  ///< data_problems_key of `found_.data_problems`
    bool checking_ = false;
    int loads_ = 0, checks_ = 0;
    QTimer check_pause_;
    QComboBox *recipes_, *stages_;
    QLabel *stage_label_, *about_, *place_, *state_;
    QLineEdit* name_;
    widgets::OptionsForm* form_;
    QListWidget* problems_;
    QPlainTextEdit* command_;
    QPushButton *open_, *save_, *copy_, *start_;
};

}  // namespace gbs::app
