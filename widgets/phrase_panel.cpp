#include "widgets/phrase_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/icons.h"
#include "widgets/phrase_delegate.h"

namespace gbs {

PhrasePanel::PhrasePanel(PhraseModel* model, QWidget* parent)
    : QWidget(parent), model_(model), edit_(new QLineEdit), list_(new QListView), hint_(new QLabel) {
    edit_->setPlaceholderText(tr("What to look for: a dog"));
    edit_->setAccessibleName(tr("Phrase"));
    edit_->setToolTip(tr("Type a phrase and press Enter"));
    edit_->setClearButtonEnabled(true);
    edit_->setMinimumHeight(34);
    edit_->addAction(line_icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(edit_, &QLineEdit::returnPressed, this, [this] { Q_EMIT phrase_entered(edit_->text()); });

    list_->setModel(model_);
    list_->setItemDelegate(new PhraseDelegate(this));
    list_->setAccessibleName(tr("Phrases"));
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->installEventFilter(this);
    list_->viewport()->installEventFilter(this);
    connect(list_, &QWidget::customContextMenuRequested, this, &PhrasePanel::show_menu);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { Q_EMIT current_changed(current.row()); });

    hint_->setWordWrap(true);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setContentsMargins(4, 2, 4, 2);
    connect(hint_, &QLabel::linkActivated, this, &PhrasePanel::phrase_entered);
    connect(model_, &QAbstractItemModel::rowsInserted, this, &PhrasePanel::refresh_hint);
    connect(model_, &QAbstractItemModel::rowsRemoved, this, &PhrasePanel::refresh_hint);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(edit_);
    layout->addWidget(hint_);
    layout->addWidget(list_, 1);
    refresh_hint();
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

void PhrasePanel::refresh_hint() {
    const bool empty = model_->rowCount() == 0;
    hint_->setVisible(empty);
    if (!empty) return;
    QStringList links;
    for (const QString& phrase : suggestions_)
        links << QStringLiteral("<a href=\"%1\">%1</a>").arg(phrase.toHtmlEscaped());
    hint_->setText(links.isEmpty()
                       ? tr("Type a phrase and press Enter to see where it lies.")
                       : tr("Type a phrase and press Enter, or try: %1").arg(links.join(tr(", "))));
}

void PhrasePanel::show_menu(QPoint place) {
    const int row = list_->indexAt(place).row();
    if (row < 0) return;
    QMenu menu;
    const bool hidden = model_->items()[row].hidden;
    menu.addAction(hidden ? tr("&Show") : tr("&Hide"), this,
                   [this, row, hidden] { model_->set_hidden(row, !hidden); });
    menu.addAction(tr("&Remove"), this, [this, row] { Q_EMIT remove_requested(row); });
    menu.exec(list_->viewport()->mapToGlobal(place));
}

bool PhrasePanel::press_button(QMouseEvent* event) {
    const QModelIndex index = list_->indexAt(event->pos());
    if (!index.isValid() || event->button() != Qt::LeftButton) return false;
    const QRect row = list_->visualRect(index);
    const bool eye = PhraseDelegate::eye_rect(row).contains(event->pos());
    if (!eye && !PhraseDelegate::remove_rect(row).contains(event->pos())) return false;
    // Taken whole, press and release, so that a click on a button does not make its row the current one.
    if (event->type() == QEvent::MouseButtonRelease) {
        if (eye)
            model_->set_hidden(index.row(), !model_->items()[index.row()].hidden);
        else
            Q_EMIT remove_requested(index.row());
    }
    return true;
}

bool PhrasePanel::press_key(int key) {
    const int row = current_row();
    if (row < 0) return false;
    switch (key) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            Q_EMIT remove_requested(row);
            return true;
        case Qt::Key_Space:
            model_->set_hidden(row, !model_->items()[row].hidden);
            return true;
        default:
            return false;
    }
}

bool PhrasePanel::eventFilter(QObject* watched, QEvent* event) {
    const bool mouse =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease;
    if (watched == list_->viewport() && mouse && press_button(static_cast<QMouseEvent*>(event))) return true;
    if (watched == list_ && event->type() == QEvent::KeyPress &&
        press_key(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

}  // namespace gbs
