// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/runs/run_list_panel.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "widgets/style/empty_note.h"
#include "widgets/style/icons.h"

namespace gbs::widgets {

RunListPanel::RunListPanel(QAbstractItemModel* model, QWidget* parent)
    : QWidget(parent),
      list_(new QTreeView),
      folder_(new QLabel),
      title_(new QLabel),
      icon_(new QLabel),
      description_(new QLabel),
      new_(new QPushButton(tr("New Run…"))),
      log_(new QPlainTextEdit) {
    sorted_.setSourceModel(model);
    sorted_.setSortRole(run_sort_role);
    sorted_.setDynamicSortFilter(true);
    auto* const splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(build_list());
    splitter->addWidget(build_details());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->addWidget(splitter);
    connect(&sorted_, &QAbstractItemModel::dataChanged, this, &RunListPanel::refresh);
    connect(&sorted_, &QAbstractItemModel::rowsInserted, this, &RunListPanel::restore_selection);
    connect(&sorted_, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { restoring_ = true; });
    connect(&sorted_, &QAbstractItemModel::rowsRemoved, this, &RunListPanel::restore_selection);
    connect(&sorted_, &QAbstractItemModel::modelReset, this, &RunListPanel::restore_selection);
    refresh();
}

QWidget* RunListPanel::build_list() {
    new_->setIcon(line_icon(QStringLiteral("add")));
    new_->setToolTip(tr("Choose a recipe and options, then start training"));
    auto* const folder = new QPushButton(tr("Runs Folder…"));
    folder->setIcon(line_icon(QStringLiteral("folder")));
    folder->setToolTip(tr("The folder of the listed runs; new runs are created here"));
    auto* const attach = new QPushButton(tr("Attach…"));
    attach->setToolTip(tr("Also list a run in another folder, for example on a mounted disk"));
    connect(new_, &QPushButton::clicked, this, &RunListPanel::new_run_requested);
    connect(folder, &QPushButton::clicked, this, &RunListPanel::folder_requested);
    connect(attach, &QPushButton::clicked, this, &RunListPanel::attach_requested);
    folder_->setForegroundRole(QPalette::PlaceholderText);
    folder_->setTextFormat(Qt::PlainText);
    folder_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    empty_ = new EmptyNote(list_->viewport());
    connect(empty_, &EmptyNote::clicked, this, &RunListPanel::new_run_requested);

    list_->setModel(&sorted_);
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setAllColumnsShowFocus(true);
    list_->setSortingEnabled(true);
    list_->sortByColumn(0, Qt::AscendingOrder);
    list_->setAccessibleName(tr("Training runs"));
    list_->header()->setResizeContentsPrecision(0);  // only visible rows: there may be thousands
    list_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (restoring_ || !now.isValid()) return;
                selected_ = now.data(run_role).value<RunRow>().folder;
                refresh();
                Q_EMIT run_selected(selected_);
            });

    auto* const top = new QHBoxLayout;
    top->addWidget(new_);
    top->addWidget(folder);
    top->addWidget(attach);
    top->addWidget(folder_, 1);
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(list_, 1);
    return page;
}

QWidget* RunListPanel::build_details() {
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setTextFormat(Qt::PlainText);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    description_->setWordWrap(true);
    description_->setTextFormat(Qt::PlainText);
    description_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    log_->setReadOnly(true);
    log_->setLineWrapMode(QPlainTextEdit::NoWrap);
    log_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    log_->setLayoutDirection(Qt::LeftToRight);
    log_->setPlaceholderText(tr("The contents of trainer.log"));
    log_->setAccessibleName(tr("End of the trainer's log"));
    log_->setToolTip(tr("The end of trainer.log, for runs started from this window"));
    log_->setTabChangesFocus(true);

    add_button(RunAction::pause, tr("Pause"), QStringLiteral("pause"), tr("Pause after this step"));
    add_button(RunAction::resume, tr("Resume"), QStringLiteral("play"), tr("Resume training"));
    add_button(RunAction::stop, tr("Stop"), QStringLiteral("stop"),
               tr("Save a checkpoint and stop; the run can be continued"));
    add_button(RunAction::save, tr("Save Now"), {}, tr("Save a checkpoint after this step"));
    add_button(RunAction::carry_on, tr("Continue…"), QStringLiteral("play"),
               tr("Continue from the latest checkpoint; a completed run gets more steps"));
    add_button(RunAction::fork, tr("Fork…"), {},
               tr("Start a new run from the weights of a checkpoint, with other options"));
    auto* const head = new QHBoxLayout;
    head->addWidget(icon_);
    head->addWidget(title_, 1);
    auto* const row = new QHBoxLayout;
    row->setSpacing(4);
    for (QToolButton* const each : buttons_) row->addWidget(each);
    row->addStretch(1);
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(description_);
    layout->addLayout(row);
    layout->addWidget(log_, 1);
    return page;
}

void RunListPanel::add_button(RunAction action, const QString& text, const QString& icon,
                              const QString& tip) {
    auto* const made = new QToolButton;
    made->setText(text);
    made->setAccessibleName(text);
    made->setFocusPolicy(Qt::StrongFocus);
    made->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    if (!icon.isEmpty()) made->setIcon(line_icon(icon));
    made->setToolTip(tip);
    buttons_[static_cast<std::size_t>(action)] = made;
    connect(made, &QToolButton::clicked, this, [this, action] {
        const RunRow run = current();
        if (can(action, run)) Q_EMIT action_requested(action, run);
    });
}

void RunListPanel::set_folder(const QString& folder) {
    folder_->setText(folder);
    folder_->setToolTip(folder);
}

QModelIndex RunListPanel::find_index(const QString& folder) const {
    for (int row = 0; row < sorted_.rowCount(); ++row) {
        const QModelIndex index = sorted_.index(row, 0);
        if (index.data(run_role).value<RunRow>().folder == folder) return index;
    }
    return {};
}

RunRow RunListPanel::current() const {
    const QModelIndex index = selected_.isEmpty() ? QModelIndex() : find_index(selected_);
    return index.isValid() ? index.data(run_role).value<RunRow>() : RunRow{};
}

void RunListPanel::select(const QString& folder) {
    const bool other = folder != selected_;
    selected_ = folder;
    restore_selection();
    if (other) Q_EMIT run_selected(folder);
}

void RunListPanel::restore_selection() {
    restoring_ = true;
    list_->setCurrentIndex(selected_.isEmpty() ? QModelIndex() : find_index(selected_));
    restoring_ = false;
    refresh();
}

void RunListPanel::set_details(const RunDetails& details) {
    if (details == details_) return;
    details_ = details;
    if (log_->toPlainText() == details.log) return;
    // Keep the scroll position if the user scrolled up.
    QScrollBar* const bar = log_->verticalScrollBar();
    const bool at_end = bar->value() >= bar->maximum() - 2;
    const int place = bar->value();
    log_->setPlainText(details.log);
    bar->setValue(at_end ? bar->maximum() : place);
}

void RunListPanel::refresh() {
    const RunRow run = current();
    const bool any = sorted_.rowCount() > 0;
    empty_->set(any ? QString()
                    : tr("No runs yet. Start one, attach a run started in a shell or on another machine, or "
                         "choose another folder."),
                tr("New Run…"));
    const bool chosen = !run.folder.isEmpty();
    if (!chosen) {
        title_->setText(tr("No run selected"));
        description_->clear();
        if (details_.folder != selected_ || selected_.isEmpty()) set_details({});
    } else {
        title_->setText(tr("%1: %2", "run and its state").arg(run.name, condition_text(run.condition)));
        description_->setText(run.pending.isEmpty() ? describe(run) : run.pending);
    }
    title_->setToolTip(run.folder);
    icon_->setVisible(chosen);
    if (chosen)
        icon_->setPixmap(line_icon(condition_icon(run.condition), palette().color(QPalette::WindowText))
                             .pixmap(QSize(16, 16), devicePixelRatioF()));
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        buttons_[i]->setEnabled(chosen && can(static_cast<RunAction>(i), run));
}

void RunListPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) refresh();
}

}  // namespace gbs::widgets
