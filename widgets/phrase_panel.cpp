#include "widgets/phrase_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
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

    auto* const delegate = new PhraseDelegate(this);
    list_->setModel(model_);
    list_->setItemDelegate(delegate);
    list_->setAccessibleName(tr("Phrases"));
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->installEventFilter(this);
    connect(delegate, &PhraseDelegate::hide_clicked, model_,
            [this](int row) { model_->set_hidden(row, !model_->items()[row].hidden); });
    connect(delegate, &PhraseDelegate::remove_clicked, this, &PhrasePanel::remove_requested);
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

bool PhrasePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress && current_row() >= 0) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Delete:
            case Qt::Key_Backspace:
                Q_EMIT remove_requested(current_row());
                return true;
            case Qt::Key_Space:
                model_->set_hidden(current_row(), !model_->items()[current_row()].hidden);
                return true;
            default:
                break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace gbs
