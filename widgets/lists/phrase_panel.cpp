// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/phrase_panel.h"

#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

#include "widgets/lists/phrase_delegate.h"
#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

/// Target of the link back to the complete phrase.
const QString whole_phrase = QStringLiteral("#");

}  // namespace

PhrasePanel::PhrasePanel(PhraseModel* model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      edit_(new QLineEdit),
      scope_(new QComboBox),
      list_(new QListView),
      hint_(new QLabel),
      words_(new QLabel) {
    build_edit();
    build_list();
    for (QLabel* const label : {hint_, words_}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(4, 2, 4, 2);
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    }
    connect(hint_, &QLabel::linkActivated, this, &PhrasePanel::phrase_entered);
    words_->setToolTip(tr("Click a word to see the map of that word alone"));
    words_->setObjectName(QStringLiteral("words"));
    words_->hide();
    connect(words_, &QLabel::linkActivated, this,
            [this](const QString& word) { Q_EMIT word_clicked(word == whole_phrase ? QString() : word); });
    connect(model_, &QAbstractItemModel::rowsInserted, this, &PhrasePanel::refresh_hint);
    connect(model_, &QAbstractItemModel::rowsRemoved, this, &PhrasePanel::refresh_hint);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    auto* const line = new QHBoxLayout;
    line->addWidget(edit_, 1);
    line->addWidget(scope_);
    layout->addLayout(line);
    layout->addWidget(words_);
    layout->addWidget(hint_);
    layout->addWidget(list_, 1);
    refresh_hint();
}

void PhrasePanel::build_edit() {
    edit_->setPlaceholderText(tr("What to look for, such as a dog"));
    edit_->setAccessibleName(tr("Phrase"));
    edit_->setToolTip(tr("Type a phrase and press Enter, or paste a list with one phrase per line"));
    edit_->setClearButtonEnabled(true);
    edit_->setMinimumHeight(34);
    edit_->addAction(line_icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto* const completer = new QCompleter(&history_, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    edit_->setCompleter(completer);
    connect(edit_, &QLineEdit::returnPressed, this, [this] { Q_EMIT phrase_entered(edit_->text()); });
    connect(edit_, &QLineEdit::textEdited, this, &PhrasePanel::phrase_typed);
    edit_->installEventFilter(this);
    scope_->addItem(tr("All photos"), false);
    scope_->addItem(tr("This photo"), true);
    scope_->setAccessibleName(tr("New phrases are for"));
    scope_->setToolTip(tr("Whether new phrases are for all photos or for the shown one only"));
    scope_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    scope_->setMinimumContentsLength(6);
    scope_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(scope_, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT new_here_changed(scope_->currentData().toBool()); });
}

void PhrasePanel::build_list() {
    list_->setModel(model_);
    list_->setItemDelegate(new PhraseDelegate(this));
    list_->setAccessibleName(tr("Phrases"));
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setDropIndicatorShown(true);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->installEventFilter(this);
    list_->viewport()->installEventFilter(this);
    connect(list_, &QWidget::customContextMenuRequested, this, &PhrasePanel::show_menu);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { Q_EMIT current_changed(current.row()); });
    connect(list_, &QListView::entered, this,
            [this](const QModelIndex& row) { Q_EMIT row_hovered(row.row()); });
    connect(list_, &QListView::viewportEntered, this, [this] { Q_EMIT row_hovered(-1); });
    // Queued: the editor must close before the list changes.
    connect(model_, &PhraseModel::rename_requested, this, &PhrasePanel::rename_requested,
            Qt::QueuedConnection);
}

int PhrasePanel::current_row() const {
    return list_->currentIndex().row();
}

void PhrasePanel::set_current_row(int row) {
    list_->setCurrentIndex(model_->index(row));
}

void PhrasePanel::focus_edit() {
    edit_->setFocus(Qt::ShortcutFocusReason);
    edit_->selectAll();
}

void PhrasePanel::set_suggestions(const QStringList& phrases) {
    suggestions_ = phrases;
    refresh_hint();
}

void PhrasePanel::set_history(const QStringList& phrases) {
    history_.setStringList(phrases);
}

void PhrasePanel::set_words(const QStringList& words, const QString& shown) {
    QStringList links;
    for (const QString& word : words) {
        const QString escaped = word.toHtmlEscaped();
        links << (word == shown ? QStringLiteral("<b>%1</b>").arg(escaped)
                                : QStringLiteral("<a href=\"%1\">%1</a>").arg(escaped));
    }
    if (!shown.isEmpty())
        links << QStringLiteral("<a href=\"%1\">%2</a>").arg(whole_phrase, tr("whole phrase"));
    words_->setText(links.isEmpty() ? QString() : tr("Words: %1").arg(links.join(QStringLiteral(" · "))));
    words_->setVisible(!links.isEmpty());
}

void PhrasePanel::refresh_hint() {
    const bool empty = model_->rowCount() == 0;
    hint_->setVisible(empty);
    if (!empty) return;
    QStringList links;
    for (const QString& phrase : suggestions_)
        links << QStringLiteral("<a href=\"%1\">%1</a>").arg(phrase.toHtmlEscaped());
    hint_->setText(links.isEmpty()
                       ? tr("Type a phrase and press Enter to see where it is.")
                       : tr("Type a phrase and press Enter, or try: %1").arg(links.join(tr(", "))));
}

void PhrasePanel::toggle_hidden(int row) {
    Q_EMIT hidden_requested(row, !model_->items()[row].hidden);
}

void PhrasePanel::show_menu(QPoint place) {
    const QModelIndex index = list_->indexAt(place);
    const int row = index.row();
    if (row < 0) return;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(model_->items()[row].hidden ? tr("&Show") : tr("&Hide"), this,
                    [this, row] { toggle_hidden(row); });
    menu->addAction(tr("Re&name"), this, [this, row] { list_->edit(model_->index(row)); });
    menu->addAction(tr("&Color…"), this, [this, row] { Q_EMIT color_requested(row); });
    const bool here = !model_->items()[row].photo.isEmpty();
    menu->addAction(here ? tr("For &All Photos") : tr("For &This Photo Only"), this,
                    [this, row, here] { Q_EMIT here_requested(row, !here); });
    menu->addAction(tr("&Pin or Unpin Peak"), this, [this, row] { Q_EMIT pin_requested(row); });
    menu->addAction(tr("Com&pare with the Current Phrase"), this,
                    [this, row] { Q_EMIT compare_requested(row); });
    menu->addSeparator();
    menu->addAction(tr("Move &Up"), this, [this, row] { Q_EMIT move_requested(row, row - 1); });
    menu->addAction(tr("Move &Down"), this, [this, row] { Q_EMIT move_requested(row, row + 1); });
    menu->addSeparator();
    menu->addAction(tr("&Remove"), this, [this, row] { Q_EMIT remove_requested(row); });
    menu->popup(list_->viewport()->mapToGlobal(place));
}

bool PhrasePanel::press_button(QMouseEvent* event) {
    const QModelIndex index = list_->indexAt(event->pos());
    if (!index.isValid() || event->button() != Qt::LeftButton) return false;
    const QRect row = list_->visualRect(index);
    const bool eye = PhraseDelegate::eye_rect(row, list_->layoutDirection()).contains(event->pos());
    if (!eye && !PhraseDelegate::remove_rect(row, list_->layoutDirection()).contains(event->pos()))
        return false;
    // Consume press and release, so that a click on a button does not select its row.
    if (event->type() == QEvent::MouseButtonRelease) {
        if (eye)
            toggle_hidden(index.row());
        else
            Q_EMIT remove_requested(index.row());
    }
    return true;
}

bool PhrasePanel::press_key(const QKeyEvent* event) {
    const int row = current_row();
    if (row < 0) return false;
    const bool alt = event->modifiers() & Qt::AltModifier;
    switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            Q_EMIT remove_requested(row);
            return true;
        case Qt::Key_Space:
            toggle_hidden(row);
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (alt) Q_EMIT move_requested(row, event->key() == Qt::Key_Up ? row - 1 : row + 1);
            return alt;
        default:
            return false;
    }
}

/// A line edit would join the lines to one phrase.
bool PhrasePanel::paste_lines() {
    QStringList phrases;
    for (const QString& line : QGuiApplication::clipboard()->text().split(QLatin1Char('\n')))
        if (const QString phrase = line.simplified(); !phrase.isEmpty()) phrases << phrase;
    if (phrases.size() < 2) return false;
    Q_EMIT phrases_pasted(phrases);
    return true;
}

bool PhrasePanel::drop(QDropEvent* event) {
    if (event->source() != list_) return false;
    const QPoint place = event->position().toPoint();
    const QModelIndex target = list_->indexAt(place);
    int to = target.isValid() ? target.row() : model_->rowCount();
    if (target.isValid() && place.y() > list_->visualRect(target).center().y()) ++to;
    const int from = current_row();
    if (to > from) --to;
    // The view must not move rows itself; the owner of the model does.
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    Q_EMIT move_requested(from, to);
    return true;
}

bool PhrasePanel::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (watched == edit_)
        return type == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste) &&
               paste_lines();
    const bool mouse = type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease ||
                       type == QEvent::MouseButtonDblClick;
    if (watched == list_->viewport() && type == QEvent::Leave) Q_EMIT row_hovered(-1);
    if (watched == list_->viewport() && mouse && press_button(static_cast<QMouseEvent*>(event))) return true;
    if (watched == list_->viewport() && type == QEvent::Drop && drop(static_cast<QDropEvent*>(event)))
        return true;
    if (watched == list_ && type == QEvent::KeyPress && press_key(static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

}  // namespace gbs::widgets
