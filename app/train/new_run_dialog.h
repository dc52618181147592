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
#include <vector>

#include "app/train/run_draft.h"
#include "training/trainer/recipe_check.h"
#include "widgets/forms/options_form.h"

namespace gbs::app {

/// The recipes that come with the program. Looks at the disk.
QStringList preset_recipes();

/// Puts a run together: a recipe, its options, where it goes. What would keep it from training is found in a
/// worker after every edit and shown at its field; only then can it be started.
class NewRunDialog : public QDialog {
    Q_OBJECT

 public:
    /// New runs go into `runs_folder`.
    explicit NewRunDialog(QString runs_folder, QWidget* parent = nullptr);

    /// Reads a recipe in a worker and makes the changes, key -> value ("stages.NAME.key" too), in it.
    void load(const QString& recipe, const QMap<QString, QString>& changes = {});

    /// The same changes in what is open.
    void change_options(const QMap<QString, QString>& changes);

    /// Whether what is shown was checked as it is now.
    bool is_checked() const { return draft_ && !checking_ && !check_pause_.isActive(); }
    QString run_folder() const;
    QStringList arguments() const;
    widgets::OptionsForm* form() const { return form_; }
    QComboBox* recipe_box() const { return recipes_; }
    QComboBox* stage_box() const { return stages_; }
    QLineEdit* name_edit() const { return name_; }
    QListWidget* problem_list() const { return problems_; }
    QPlainTextEdit* command_view() const { return command_; }
    QPushButton* start_button() const { return start_; }
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
    void show_trouble(const QString& text);
    void show_command();
    QString stage() const { return stages_->currentData().toString(); }
    QString data_key() const;

    QString runs_folder_;
    std::shared_ptr<RunDraft> draft_;
    QMap<QString, QString> refused_;  ///< fields of the shown stage whose text is no value: key -> why
    Checked found_;
    QString found_data_key_;  ///< which data `found_.data_problems` is of
    bool checking_ = false;
    int loads_ = 0, checks_ = 0;
    QTimer check_pause_;
    QComboBox *recipes_, *stages_;
    QLabel *stage_label_, *place_, *state_;
    QLineEdit* name_;
    widgets::OptionsForm* form_;
    QListWidget* problems_;
    QPlainTextEdit* command_;
    QPushButton *open_, *save_, *copy_, *start_;
};

}  // namespace gbs::app
