// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/benchmark_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSpinBox>
#include <QStandardPaths>
#include <QStyle>
#include <algorithm>

#include "app/benchmark/command_row.h"
#include "app/benchmark/run_bar.h"
#include "core/base/paths.h"
#include "core/data/benchmark_formats.h"
#include "core/evaluation/pointing_protocols.h"

namespace gbs::app {

namespace {

constexpr int file_role = Qt::UserRole, command_role = Qt::UserRole + 1;

QListWidget* make_file_list(const char* name, const QString& accessible_name, const QString& tip) {
    auto* const list = new QListWidget;
    list->setObjectName(QLatin1String(name));
    list->setAccessibleName(accessible_name);
    list->setToolTip(tip);
    list->setMaximumHeight(74);
    return list;
}

QListWidgetItem* add_file(QListWidget* list, const QString& text, const QString& file) {
    auto* const item = new QListWidgetItem(text, list);
    item->setData(file_role, file);
    item->setToolTip(file.isEmpty() ? text : QDir::toNativeSeparators(file));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Checked);
    return item;
}

std::vector<std::string> checked_files(const QListWidget* list) {
    std::vector<std::string> files;
    for (int i = 0; i < list->count(); ++i) {
        if (list->item(i)->checkState() != Qt::Checked || list->item(i)->data(command_role).isValid())
            continue;
        const QString file = list->item(i)->data(file_role).toString();
        files.push_back(file.isEmpty() ? default_model().string() : file.toStdString());
    }
    return files;
}

std::vector<std::string> checked_commands(const QListWidget* list) {
    std::vector<std::string> commands;
    for (int i = 0; i < list->count(); ++i)
        if (const QVariant command = list->item(i)->data(command_role);
            command.isValid() && list->item(i)->checkState() == Qt::Checked)
            commands.push_back(command.toString().toStdString());
    return commands;
}

int count_checked(const QListWidget* list) {
    int count = 0;
    for (int i = 0; i < list->count(); ++i) count += list->item(i)->checkState() == Qt::Checked;
    return count;
}

}  // namespace

BenchmarkForm::BenchmarkForm(QWidget* parent)
    : QWidget(parent),
      open_(new QPushButton(tr("&Open Benchmark…"))),
      add_model_(new QPushButton(tr("Add &Model…"))),
      add_detector_(new QPushButton(tr("Add &Boxes…"))),
      about_label_(new QLabel),
      problem_(new QLabel),
      split_(new QComboBox),
      protocol_(new QComboBox),
      limit_(new QSpinBox),
      answer_limit_(new QSpinBox),
      models_(make_file_list("models", tr("Models"), tr("Checkpoints to score"))),
      detectors_(
          make_file_list("detectors", tr("Detectors"),
                         tr("Box files and running detectors to score, alone and combined with each model"))),
      command_(new CommandRow),
      ensembles_(new QLineEdit),
      file_(new QLineEdit),
      masks_(new QCheckBox(tr("Point into mas&ks"))),
      report_(new QCheckBox(tr("Also wri&te a report"))),
      run_bar_(new RunBar) {
    build();
    connect_parts();
    set_window_model({}, QStringLiteral("auto"));
    show_about({});
}

void BenchmarkForm::name_parts() {
    answer_limit_->setObjectName(QStringLiteral("answer_limit"));
    about_label_->setObjectName(QStringLiteral("about"));
    problem_->setObjectName(QStringLiteral("problem"));
    split_->setObjectName(QStringLiteral("split"));
    masks_->setObjectName(QStringLiteral("masks"));
    protocol_->setObjectName(QStringLiteral("protocol"));
    file_->setObjectName(QStringLiteral("file"));
}

void BenchmarkForm::build() {
    name_parts();
    about_label_->setWordWrap(true);
    about_label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);  // it may have what a detector wrote
    problem_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    open_->setToolTip(
        tr("A dataset in its original layout: %1, or a folder with phrases in a TSV or JSONL file")
            .arg(QString::fromStdString(list_benchmark_formats())));
    split_->setToolTip(tr("Split of the benchmark"));
    for (const auto& name : protocol_names()) {
        protocol_->addItem(QString::fromStdString(name));
        protocol_->setItemData(protocol_->count() - 1, QString::fromStdString(protocol_description(name)),
                               Qt::ToolTipRole);
    }
    protocol_->setCurrentText(QStringLiteral("mg"));
    masks_->setToolTip(
        tr("Hits count inside the masks of the data set in place of its boxes (COCO, RefCOCO, outlines of "
           "annotation tools); with the protocol plain"));
    limit_->setRange(0, 100'000'000);
    limit_->setSpecialValueText(tr("all"));
    limit_->setToolTip(tr("Scores only the first phrases (0: all)"));
    answer_limit_->setRange(1, 86'400);
    answer_limit_->setValue(BenchmarkRequest().answer_limit);
    answer_limit_->setSuffix(tr(" s"));
    answer_limit_->setToolTip(tr("How long a running detector may take for a phrase"));
    ensembles_->setToolTip(
        tr("Maps to combine, joined by + and separated by spaces, such as mean+detector. If empty, the mean "
           "map is combined with each detector."));
    ensembles_->setPlaceholderText(tr("mean+detector"));
    file_->setToolTip(
        tr("File for the scores of every phrase (JSONL, as written by gbs evaluate --per-phrase)"));
    auto* const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(open_);
    form->addRow(about_label_);
    form->addRow(tr("Sp&lit"), split_);
    form->addRow(tr("Proto&col"), protocol_);
    form->addRow({}, masks_);
    form->addRow(tr("P&hrases"), limit_);
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(build_sources());
    column->addStretch();
    auto* const scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(scroll, 1);
    layout->addWidget(run_bar_);
    layout->addWidget(problem_);
    // The page does not scroll sideways: it has the width that its longest words need.
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    scroll->setMinimumWidth(std::max(288, page->minimumSizeHint().width() + bar));
}

QWidget* BenchmarkForm::build_sources() {
    auto* const box = new QWidget;
    auto* const form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(models_);
    form->addRow(detectors_);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(add_model_);
    buttons->addWidget(add_detector_);
    form->addRow(buttons);
    form->addRow(tr("&Detector"), command_);
    form->addRow(tr("Answer l&imit"), answer_limit_);
    form->addRow(tr("&Ensembles"), ensembles_);
    form->addRow(tr("Save scores &to"), file_);
    report_->setToolTip(
        tr("An HTML file next to the scores with tables, plots, examples and everything needed to reproduce "
           "them"));
    report_->setChecked(true);
    form->addRow(report_);
    return box;
}

void BenchmarkForm::connect_parts() {
    connect(open_, &QPushButton::clicked, this, &BenchmarkForm::choose_folder);
    connect(add_model_, &QPushButton::clicked, this, [this] {
        const QString filter = tr("Checkpoints (%1)").arg(QStringLiteral("*.safetensors"));
        for (const QString& file : choose_files(tr("Checkpoints to score"), filter)) add_model(file);
    });
    connect(add_detector_, &QPushButton::clicked, this, [this] {
        const QString filter = tr("Boxes (%1)").arg(QStringLiteral("*.jsonl *.json"));
        for (const QString& file : choose_files(tr("Boxes of a detector"), filter)) add_detector(file);
    });
    connect(command_, &CommandRow::added, this, &BenchmarkForm::add_command);
    connect(run_bar_, &RunBar::start_requested, this, &BenchmarkForm::start);
    connect(file_, &QLineEdit::textChanged, this, &BenchmarkForm::refresh);
    for (QListWidget* const list : {models_, detectors_})
        connect(list, &QListWidget::itemChanged, this, &BenchmarkForm::refresh);
    for (QComboBox* const box : {split_, protocol_})
        connect(box, &QComboBox::currentTextChanged, this, &BenchmarkForm::suggest_file);
    connect(masks_, &QCheckBox::toggled, this, &BenchmarkForm::suggest_file);
    connect(protocol_, &QComboBox::currentTextChanged, this, &BenchmarkForm::refresh);
}

void BenchmarkForm::choose_folder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of a benchmark"), about_.folder);
    if (!folder.isEmpty()) Q_EMIT folder_chosen(folder);
}

QStringList BenchmarkForm::choose_files(const QString& title, const QString& filter) {
    return QFileDialog::getOpenFileNames(this, title, {}, filter);
}

void BenchmarkForm::set_window_model(const QString& file, const QString& device) {
    device_ = device;
    const QString text = file.isEmpty() ? tr("default (current model)")
                                        : tr("%1 (current model)").arg(QFileInfo(file).fileName());
    if (models_->count() == 0) add_file(models_, text, file);
    QListWidgetItem* const item = models_->item(0);
    item->setText(text);
    item->setData(file_role, file);
    item->setToolTip(file.isEmpty() ? text : QDir::toNativeSeparators(file));
}

void BenchmarkForm::add_model(const QString& file) {
    add_file(models_, QFileInfo(file).fileName(), file);
    refresh();
}

void BenchmarkForm::add_detector(const QString& file) {
    add_file(detectors_, QFileInfo(file).fileName(), file);
    refresh();
}

void BenchmarkForm::add_command(const QString& command) {
    for (int i = 0; i < detectors_->count(); ++i)
        if (detectors_->item(i)->data(command_role).toString() == command)
            return detectors_->item(i)->setCheckState(Qt::Checked);
    add_file(detectors_, command, {})->setData(command_role, command);
    refresh();
}

/// A command that is typed but not added yet is meant to be scored.
void BenchmarkForm::start(bool resume) {
    if (command_->is_empty() || command_->take()) Q_EMIT start_requested(resume);
}

void BenchmarkForm::show_about(const BenchmarkAbout& about) {
    about_ = about;
    split_->clear();
    split_->addItems(about.splits);
    QStringList lines;
    if (!about.title.isEmpty())
        lines << tr("%1 in %2, %n photo(s)", nullptr, static_cast<int>(about.photos))
                     .arg(about.title, QDir::toNativeSeparators(about.folder));
    lines << about.missing;
    about_label_->setText(lines.join(QLatin1Char('\n')));
    about_label_->setVisible(!lines.isEmpty());
    show_problem(about.problem);
    suggest_file();
    refresh();
}

/// Suggests a file among the user's results, named by what is scored; keeps a name that the user typed.
void BenchmarkForm::suggest_file() {
    if (about_.title.isEmpty() || (!file_->text().isEmpty() && file_->text() != suggested_)) return;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                      QStringLiteral("/benchmarks"));
    QString name = QStringList{QFileInfo(about_.folder).completeBaseName(), split_->currentText(),
                               protocol_->currentText()}
                       .join(QLatin1Char('-'));
    if (request().masks) name += QStringLiteral("-masks");
    name.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9._-]+")), QStringLiteral("-"));
    QString free = name;
    for (int i = 2; QFileInfo::exists(folder.filePath(free + QStringLiteral(".jsonl"))); ++i)
        free = name + QLatin1Char('-') + QString::number(i);
    suggested_ = QDir::toNativeSeparators(folder.filePath(free + QStringLiteral(".jsonl")));
    file_->setText(suggested_);
}

BenchmarkRequest BenchmarkForm::request() const {
    BenchmarkRequest request;
    request.folder = about_.folder.toStdString();
    request.split = split_->currentText().toStdString();
    request.protocol = protocol_->currentText().toStdString();
    request.masks = masks_->isChecked() && request.protocol == "plain";
    request.device = device_.toStdString();
    request.limit = static_cast<std::size_t>(limit_->value());
    request.no_model = count_checked(models_) == 0;
    // If the default model is the only one, its maps need no prefix.
    if (count_checked(models_) > 1 || !models_->item(0)->data(file_role).toString().isEmpty())
        request.models = checked_files(models_);
    request.detectors = checked_files(detectors_);
    request.detector_bridges = checked_commands(detectors_);
    request.answer_limit = answer_limit_->value();
    static const QRegularExpression spaces(QStringLiteral("[\\s,;]+"));
    for (const QString& word : ensembles_->text().split(spaces, Qt::SkipEmptyParts))
        request.ensembles.push_back(word.toStdString());
    return request;
}

QString BenchmarkForm::file() const {
    return QDir::fromNativeSeparators(file_->text().trimmed());
}

QString BenchmarkForm::report_file() const {
    const QFileInfo about(file());
    return report_->isChecked()
               ? about.path() + QLatin1Char('/') + about.completeBaseName() + QStringLiteral(".html")
               : QString();
}

void BenchmarkForm::set_running(bool running) {
    running_ = running;
    for (QWidget* const part :
         {static_cast<QWidget*>(open_), static_cast<QWidget*>(split_), static_cast<QWidget*>(protocol_),
          static_cast<QWidget*>(limit_), static_cast<QWidget*>(models_), static_cast<QWidget*>(detectors_),
          static_cast<QWidget*>(add_model_), static_cast<QWidget*>(add_detector_),
          static_cast<QWidget*>(command_), static_cast<QWidget*>(ensembles_), static_cast<QWidget*>(file_),
          static_cast<QWidget*>(report_)})
        part->setEnabled(!running);
    run_bar_->set_running(running);
    refresh();
}

void BenchmarkForm::refresh() {
    const bool ready = !running_ && !about_.title.isEmpty() &&
                       count_checked(models_) + count_checked(detectors_) > 0 &&
                       !file_->text().trimmed().isEmpty();
    run_bar_->set_ready(ready, ready && QFileInfo::exists(file() + QStringLiteral(".part")));
    masks_->setEnabled(!running_ && protocol_->currentText() == QStringLiteral("plain"));
    answer_limit_->setEnabled(!running_ && !checked_commands(detectors_).empty());
}

void BenchmarkForm::show_problem(const QString& text) {
    problem_->setText(text);
    problem_->setVisible(!text.isEmpty());
}

}  // namespace gbs::app
