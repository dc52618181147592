// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/new_run_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QRegularExpression>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "app/train/trainer_launch.h"
#include "core/base/error.h"
#include "core/base/paths.h"
#include "widgets/style/icons.h"

namespace gbs::app {

namespace {

constexpr int pause_before_check = 300;  // milliseconds without an edit
constexpr int stage_role = Qt::UserRole, key_role = Qt::UserRole + 1;

/// A name derived from the recipe's that no run in the folder has.
QString free_name(const QString& folder, const QString& recipe) {
    QString base = QFileInfo(recipe).completeBaseName();
    if (base == QStringLiteral("config")) base = QFileInfo(recipe).dir().dirName();  // of a run
    for (int number = 1;; ++number) {
        const QString name = QStringLiteral("%1-%2").arg(base).arg(number);
        if (!QFileInfo::exists(QDir(folder).filePath(name))) return name;
    }
}

std::shared_ptr<RunDraft> read_draft(const QString& recipe, QString& error_text) {
    try {
        return std::make_shared<RunDraft>(recipe);
    } catch (const std::exception& error) {
        error_text = QString::fromStdString(error.what());
        return nullptr;
    }
}

/// The first sentence of the comment at the top of a recipe.
QString about_recipe(const QString& recipe) {
    QFile file(recipe);
    QString text;
    if (!file.open(QIODevice::ReadOnly)) return text;
    constexpr qint64 longest_line = 1000;
    for (QByteArray line = file.readLine(longest_line); line.startsWith('#');
         line = file.readLine(longest_line))
        text += QString::fromUtf8(line.mid(1)).trimmed() + QLatin1Char(' ');
    const qsizetype end = text.indexOf(QStringLiteral(". "));
    return end < 0 ? text.trimmed() : text.left(end + 1);
}

/// A problem in the words of the user, where the command line's would name an option.
QString in_words(const training::RecipeProblem& problem, const training::TrainOptions& options) {
    if (problem.key == "data.images" && options.train_images.empty())
        return NewRunDialog::tr("Choose the folder with the photos.");
    if (problem.key == "data.captions" && options.train_captions.empty())
        return NewRunDialog::tr("Choose the file with the captions.");
    return QString::fromStdString(problem.text);
}

/// An absolute path, so that the command works in any folder.
QString absolute(const QString& path) {
    if (path.startsWith(QStringLiteral("~/"))) return QDir::cleanPath(QDir::homePath() + path.mid(1));
    return path.isEmpty() ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

}  // namespace

QStringList preset_recipes() {
    const QDir folder(to_qstring(resources_folder().parent_path() / "training" / "recipes"));
    QStringList files;
    for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name))
        files << folder.absoluteFilePath(name);
    // The default model's first: it needs nothing but what is installed.
    const auto usual = std::find_if(files.begin(), files.end(), [](const QString& file) {
        return file.endsWith(QStringLiteral("/flickr8k.yaml"));
    });
    if (usual != files.end()) std::rotate(files.begin(), usual, usual + 1);
    return files;
}

NewRunDialog::NewRunDialog(QString runs_folder, QWidget* parent)
    : QDialog(parent),
      runs_folder_(std::move(runs_folder)),
      recipes_(new QComboBox),
      stages_(new QComboBox),
      stage_label_(new QLabel(tr("Options &of"))),
      about_(new QLabel),
      place_(new QLabel),
      state_(new QLabel),
      name_(new QLineEdit),
      form_(new widgets::OptionsForm),
      problems_(new QListWidget),
      command_(new QPlainTextEdit),
      open_(new QPushButton(tr("O&pen…"))),
      save_(new QPushButton(tr("Sa&ve As…"))),
      copy_(new QPushButton(tr("Cop&y"))) {
    setWindowTitle(tr("New training run"));
    name_->setObjectName(QStringLiteral("run_name"));
    form_->setObjectName(QStringLiteral("options"));
    problems_->setObjectName(QStringLiteral("problems"));
    command_->setObjectName(QStringLiteral("command"));
    resize(QSize(760, 780).boundedTo(screen() ? screen()->availableSize() - QSize(20, 60) : QSize(760, 780)));
    build();
    connect_parts();
    show_problems();
}

void NewRunDialog::build() {
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    start_ = buttons->addButton(tr("&Start"), QDialogButtonBox::AcceptRole);
    start_->setObjectName(QStringLiteral("start"));
    start_->setIcon(widgets::line_icon(QStringLiteral("play")));
    start_->setToolTip(tr("Starts the trainer, which continues when this window is closed"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(start_, &QPushButton::clicked, this, [this] {
        Q_EMIT start_requested(run_folder(), arguments());
        accept();
    });
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(build_head());
    layout->addWidget(form_, 1);
    layout->addWidget(build_foot());
    layout->addWidget(buttons);
    // Return in a field must not start the run.
    for (QPushButton* const button : findChildren<QPushButton*>()) button->setAutoDefault(false);
}

QWidget* NewRunDialog::build_head() {
    recipes_->setToolTip(tr("Recipe that the options start from"));
    open_->setToolTip(tr("Open a recipe, or the config.yaml of a run"));
    save_->setToolTip(tr("Save all options as a recipe (YAML)"));
    name_->setToolTip(tr("Run folder for status, curves, previews and checkpoints"));
    stages_->setToolTip(tr("The options of the whole run, or those that a stage changes"));
    place_->setForegroundRole(QPalette::PlaceholderText);
    place_->setTextFormat(Qt::PlainText);
    place_->setText(tr("in %1").arg(QDir::toNativeSeparators(runs_folder_)));
    place_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    place_->setToolTip(runs_folder_);
    auto* const recipe_row = new QHBoxLayout;
    recipe_row->addWidget(recipes_, 1);
    recipe_row->addWidget(open_);
    recipe_row->addWidget(save_);
    auto* const head = new QWidget;
    auto* const form = new QFormLayout(head);
    form->setContentsMargins(0, 0, 0, 0);
    auto* const recipe_label = new QLabel(tr("&Recipe"));
    recipe_label->setBuddy(recipes_);
    auto* const name_label = new QLabel(tr("Run &name"));
    name_label->setBuddy(name_);
    stage_label_->setBuddy(stages_);
    form->addRow(recipe_label, recipe_row);
    about_->setWordWrap(true);
    about_->setTextFormat(Qt::PlainText);
    about_->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), about_);
    form->addRow(name_label, name_);
    form->addRow(QString(), place_);
    form->addRow(stage_label_, stages_);
    return head;
}

QWidget* NewRunDialog::build_foot() {
    problems_->setAccessibleName(tr("Problems"));
    problems_->setToolTip(tr("Click a problem to go to its option"));
    problems_->setWordWrap(true);
    problems_->setTextElideMode(Qt::ElideNone);
    problems_->setSizeAdjustPolicy(QAbstractItemView::AdjustToContents);
    problems_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    problems_->setIconSize({16, 16});
    problems_->setMaximumHeight(fontMetrics().lineSpacing() * 6);
    command_->setReadOnly(true);
    command_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    command_->setLayoutDirection(Qt::LeftToRight);
    command_->setMaximumHeight(fontMetrics().lineSpacing() * 4);
    command_->setAccessibleName(tr("Equivalent command line"));
    command_->setToolTip(tr("Starts the same run from a shell"));
    command_->setTabChangesFocus(true);
    copy_->setToolTip(tr("Copy the command line"));
    auto* const command_row = new QHBoxLayout;
    command_row->addWidget(command_, 1);
    command_row->addWidget(copy_, 0, Qt::AlignTop);
    auto* const foot = new QWidget;
    auto* const layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(state_);
    layout->addWidget(problems_);
    layout->addLayout(command_row);
    return foot;
}

void NewRunDialog::connect_parts() {
    check_pause_.setSingleShot(true);
    check_pause_.setInterval(pause_before_check);
    connect(&check_pause_, &QTimer::timeout, this, &NewRunDialog::check);
    connect(form_, &widgets::OptionsForm::edited, this, &NewRunDialog::edit);
    connect(stages_, &QComboBox::currentIndexChanged, this, [this] {
        refused_.clear();
        show_fields();
        schedule_check();
    });
    connect(name_, &QLineEdit::textChanged, this, [this] {
        show_command();
        schedule_check();
    });
    connect(recipes_, &QComboBox::activated, this, [this] { load(recipes_->currentData().toString()); });
    connect(open_, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Open a recipe"), runs_folder_,
                                                          tr("Recipes (*.yaml *.yml);;All files (*)"));
        if (!path.isEmpty()) load(path);
    });
    connect(save_, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(
            this, tr("Save the recipe"), QDir(runs_folder_).filePath(name_->text() + QStringLiteral(".yaml")),
            tr("Recipes (*.yaml)"));
        if (!path.isEmpty()) save_recipe(path);
    });
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(command_->toPlainText()); });
    connect(problems_, &QListWidget::itemClicked, this, &NewRunDialog::go_to);
    connect(problems_, &QListWidget::itemActivated, this, &NewRunDialog::go_to);
}

QString NewRunDialog::run_folder() const {
    return QDir::cleanPath(QDir(runs_folder_).absoluteFilePath(name_->text().trimmed()));
}

QStringList NewRunDialog::arguments() const {
    return draft_ ? new_run_arguments(draft_->recipe(), run_folder(), draft_->assignments()) : QStringList();
}

void NewRunDialog::load(const QString& recipe, const QMap<QString, QString>& changes) {
    struct Answer {
        std::shared_ptr<RunDraft> draft;
        QString error_text, name, about;
        QStringList presets;
    };
    const int load = ++loads_;
    run_in_background(
        this,
        [recipe, folder = runs_folder_]() -> Answer {
            Answer answer;
            answer.presets = preset_recipes();
            answer.draft = read_draft(recipe, answer.error_text);
            answer.name = free_name(folder, recipe);
            answer.about = about_recipe(recipe);
            return answer;
        },
        [this, load, recipe, changes](const Answer& answer) {
            if (load != loads_) return;  // superseded by a later request
            if (recipes_->count() == 0)
                for (const QString& preset : answer.presets)
                    recipes_->addItem(QFileInfo(preset).completeBaseName(), preset);
            fill_recipes(answer.draft ? recipe : draft_ ? draft_->recipe() : QString());
            if (!answer.draft) return show_error(answer.error_text);
            about_->setText(answer.about);
            about_->setVisible(!answer.about.isEmpty());
            take(answer.draft, answer.name, changes);
        });
}

void NewRunDialog::fill_recipes(const QString& chosen) {
    if (chosen.isEmpty()) return recipes_->setCurrentIndex(-1);
    const QString path = QFileInfo(chosen).absoluteFilePath();
    if (recipes_->findData(path) < 0) recipes_->addItem(QDir::toNativeSeparators(path), path);
    recipes_->setCurrentIndex(recipes_->findData(path));
}

void NewRunDialog::take(std::shared_ptr<RunDraft> draft, const QString& free_name,
                        const QMap<QString, QString>& changes) {
    draft_ = std::move(draft);
    refused_.clear();
    {
        const QSignalBlocker blocker(stages_);
        stages_->clear();
        stages_->addItem(tr("The whole run"), QString());
        for (const QString& name : draft_->stages()) stages_->addItem(tr("Stage %1").arg(name), name);
    }
    const bool staged = !draft_->stages().isEmpty();
    stages_->setVisible(staged);
    stage_label_->setVisible(staged);
    if (name_->text().isEmpty() || !name_->isModified()) name_->setText(free_name);
    change_options(changes);
}

void NewRunDialog::change_options(const QMap<QString, QString>& changes) {
    if (!draft_) return;
    QString error_text;
    for (auto each = changes.begin(); each != changes.end(); ++each) {
        const bool of_stage = each.key().startsWith(QStringLiteral("stages."));
        const QString stage = of_stage ? each.key().section(QLatin1Char('.'), 1, 1) : QString();
        try {
            draft_->set(stage, of_stage ? each.key().section(QLatin1Char('.'), 2) : each.key(), each.value());
        } catch (const Error& error) {
            error_text = QString::fromStdString(error.what());
        }
    }
    show_fields();
    schedule_check();
    if (!error_text.isEmpty()) show_error(error_text);
}

void NewRunDialog::name_fork(const QString& run, const QString& checkpoint) {
    static const QRegularExpression number(QStringLiteral("(\\d+)\\D*$"));
    const QString step = number.match(QFileInfo(checkpoint).completeBaseName()).captured(1);
    setWindowTitle(
        tr("Fork of %1 at step %2").arg(QDir(run).dirName(), QLocale().toString(step.toLongLong())));
}

void NewRunDialog::show_fields() {
    if (!draft_) return;
    form_->set_fields(draft_->fields(stage()));
    show_command();
}

void NewRunDialog::edit(const QString& key, const QString& value) {
    const widgets::OptionRow* const row = form_->row(key);
    const auto type = row->field().type;
    const bool is_path = key != QStringLiteral("data.split") && (type == widgets::OptionField::Type::file ||
                                                                 type == widgets::OptionField::Type::folder);
    change(stage(), key, is_path ? absolute(value) : value);
}

void NewRunDialog::change(const QString& stage, const QString& key, const QString& value) {
    if (!draft_) return;
    try {
        draft_->set(stage, key, value);
        refused_.remove(key);
    } catch (const Error& error) {
        const QString own = form_->row(key) ? form_->row(key)->problem() : QString();
        refused_.insert(key, own.isEmpty() ? QString::fromStdString(error.what()) : own);
    }
    show_command();
    schedule_check();
}

void NewRunDialog::show_command() {
    command_->setPlainText(draft_ ? command_line(arguments()) : QString());
}

void NewRunDialog::schedule_check() {
    check_pause_.start();
    show_problems();
}

void NewRunDialog::check() {
    if (!draft_) return;
    const int check = ++checks_;
    checking_ = true;
    const std::string key = training::data_problems_key(draft_->options());
    const bool data_known = key == found_data_key_;
    const QString run = name_->text().trimmed().isEmpty() ? QString() : run_folder();
    run_in_background(
        this,
        [options = draft_->options(), run, data_known]() -> Checked {
            Checked found;
            found.problems = training::recipe_problems(options);
            if (!run.isEmpty() && QFileInfo::exists(run + QStringLiteral("/config.yaml")))
                found.problems.push_back(
                    {"", "run", tr("%1 already holds a run: choose another name").arg(run).toStdString()});
            else if (QFileInfo(run).isFile())
                found.problems.push_back({"", "run", tr("%1 is not a folder").arg(run).toStdString()});
            if (!data_known) found.data_problems = data_problems(options);
            return found;
        },
        [this, check, key, data_known](const Checked& found) {
            if (check != checks_) return;
            checking_ = false;
            found_.problems = found.problems;
            if (!data_known) found_.data_problems = found.data_problems;
            found_data_key_ = key;
            show_problems();
        });
}

void NewRunDialog::add_problem(const QString& stage, const QString& key, const QString& text, bool fatal) {
    auto* const item = new QListWidgetItem(
        widgets::line_icon(fatal ? QStringLiteral("error") : QStringLiteral("warning")), text, problems_);
    item->setData(stage_role, stage);
    item->setData(key_role, key);
    if (stage == this->stage()) form_->set_problem(key, text);
}

void NewRunDialog::show_problems() {
    problems_->clear();
    form_->clear_problems();
    int fatal = 0;
    for (auto each = refused_.begin(); each != refused_.end(); ++each) {
        add_problem(stage(), each.key(), tr("%1: %2", "option and problem").arg(each.key(), each.value()),
                    true);
        ++fatal;
    }
    if (draft_ && name_->text().trimmed().isEmpty()) {
        add_problem({}, QStringLiteral("run"), tr("The run needs a name."), true);
        ++fatal;
    }
    const bool staged = draft_ && !draft_->stages().isEmpty();
    for (const auto* list : {&found_.problems, &found_.data_problems})
        for (const training::RecipeProblem& problem : *list) {
            add_problem(staged ? QString::fromStdString(problem.stage) : QString(),
                        QString::fromStdString(problem.key), in_words(problem, draft_->options()),
                        problem.fatal);
            fatal += problem.fatal;
        }
    const bool any = problems_->count() > 0;
    problems_->setVisible(any);
    state_->setText(!draft_         ? tr("Reading the recipe…")
                    : !is_checked() ? tr("Checking for problems…")
                    : fatal > 0     ? tr("Fix these to start:")
                    : any           ? tr("The run can start, but:")
                                    : tr("Ready to start."));
    start_->setEnabled(is_checked() && fatal == 0);
    save_->setEnabled(draft_ && refused_.isEmpty());
}

void NewRunDialog::go_to(const QListWidgetItem* item) {
    if (!item) return;
    const QString key = item->data(key_role).toString();
    if (key == QStringLiteral("run")) return name_->setFocus(Qt::OtherFocusReason);
    const int index = stages_->findData(item->data(stage_role));
    if (index >= 0) stages_->setCurrentIndex(index);  // this deletes the item
    form_->go_to(key);
}

void NewRunDialog::show_error(const QString& text) {
    add_problem({}, {}, text, true);
    problems_->show();
    state_->setText(tr("The recipe cannot be used:"));
    start_->setEnabled(false);
}

void NewRunDialog::save_recipe(const QString& path) {
    if (!draft_) return;
    // A worker writes a copy, which becomes the draft when it is saved.
    auto copy = std::make_shared<RunDraft>(*draft_);
    run_in_background(
        this, [copy, path] { copy->save(path); },
        [this, copy] {
            draft_ = copy;
            fill_recipes(copy->recipe());
            show_fields();
        },
        [this](const QString& reason) { show_error(reason); });
}

}  // namespace gbs::app
