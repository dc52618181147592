// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/phrase_controller.h"

#include <QColorDialog>
#include <QDockWidget>
#include <QInputDialog>
#include <QPlainTextEdit>
#include <QSettings>

#include "app/frame/main_window.h"
#include "app/session/sample_phrases.h"

namespace gbs::app {

namespace {

constexpr qsizetype max_history = 500;
const QString history_key = QStringLiteral("phrases/history");

/// The distinct words of a phrase; empty for a single word.
QStringList split_words(const QString& phrase) {
    QStringList words = phrase.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words.size() > 1 ? words : QStringList();
}

}  // namespace

PhraseController::PhraseController(MainWindow& window)
    : QObject(&window),
      window_(window),
      explorer_(*window.explorer()),
      panel_(new widgets::PhrasePanel(explorer_.phrases())) {
    dock_ = window_.add_dock(QStringLiteral("phrases"), tr("Phrases"), panel_);
    typing_.setSingleShot(true);
    build_actions();
    connect_panel();
    load_history();
    show_photo();
    panel_->set_current_row(explorer_.current_row());
    show_words();
    panel_->focus_edit();
}

void PhraseController::build_actions() {
    QMenu* const menu = window_.menu(MenuId::phrase);
    ActionRegistry* const actions = window_.action_registry();
    const auto add = [&](const char* id, const QString& text, QKeyCombination keys, auto what) {
        QAction* const action =
            actions->add(menu, QString::fromLatin1(id), text, {QKeySequence(keys)}, {}, {});
        connect(action, &QAction::triggered, this, what);
    };
    add("phrase.type", tr("&Type a Phrase"), Qt::CTRL | Qt::Key_L, [this] {
        dock_->show();
        dock_->raise();
        panel_->focus_edit();
    });
    menu->addSeparator();
    add("phrase.previous", tr("&Previous Phrase"), Qt::CTRL | Qt::Key_Up, [this] { step(-1); });
    add("phrase.next", tr("&Next Phrase"), Qt::CTRL | Qt::Key_Down, [this] { step(1); });
    menu->addSeparator();
    const auto on_row = [this](auto what) { return [this, what] { what(explorer_.current_row()); }; };
    add("phrase.hide", tr("&Hide or Show Phrase"), Qt::CTRL | Qt::Key_H, on_row([this](int row) {
            if (row >= 0) explorer_.set_phrase_hidden(row, !explorer_.phrases()->items()[row].hidden);
        }));
    add("phrase.rename", tr("Rena&me Phrase"), Qt::SHIFT | Qt::Key_F2, on_row([this](int row) {
            if (row >= 0) panel_->list()->edit(explorer_.phrases()->index(row));
        }));
    add("phrase.color", tr("&Color of the Phrase…"), Qt::CTRL | Qt::ALT | Qt::Key_C,
        on_row([this](int row) { choose_color(row); }));
    add("phrase.pin", tr("&Pin or Unpin Peak"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
        on_row([this](int row) { Q_EMIT pin_requested(phrase_at(row)); }));
    add("phrase.here", tr("For &This Photo or All Photos"), Qt::CTRL | Qt::ALT | Qt::Key_P,
        on_row([this](int row) {
            if (row >= 0) explorer_.set_phrase_here(row, explorer_.phrases()->items()[row].photo.isEmpty());
        }));
    add("phrase.up", tr("Move Phrase &Up"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up,
        on_row([this](int row) { explorer_.move_phrase(row, row - 1); }));
    add("phrase.down", tr("Move Phrase &Down"), Qt::CTRL | Qt::SHIFT | Qt::Key_Down,
        on_row([this](int row) { explorer_.move_phrase(row, row + 1); }));
    add("phrase.sort", tr("&Sort Phrases by Strength"), Qt::CTRL | Qt::ALT | Qt::Key_S,
        [this] { explorer_.sort_phrases_by_strength(); });
    menu->addSeparator();
    add("phrase.compare", tr("C&ompare With…"), Qt::CTRL | Qt::Key_K, [this] { ask_for_comparison(); });
    menu->addSeparator();
    add("phrase.remove", tr("&Remove Phrase"), Qt::CTRL | Qt::SHIFT | Qt::Key_Delete,
        on_row([this](int row) { explorer_.remove_phrase(row); }));
    add("phrase.clear", tr("Remove &All Phrases"), Qt::CTRL | Qt::ALT | Qt::Key_Delete,
        [this] { explorer_.clear_phrases(); });
}

void PhraseController::connect_panel() {
    connect(panel_, &widgets::PhrasePanel::phrase_entered, this, &PhraseController::enter);
    connect(panel_, &widgets::PhrasePanel::phrase_typed, this, [this](const QString& text) {
        if (typing_.interval() == 0) return;
        if (text.trimmed().isEmpty()) {
            typing_.stop();
            explorer_.set_glance({});
        } else {
            typing_.start();
        }
    });
    connect(&typing_, &QTimer::timeout, this, [this] { explorer_.set_glance(panel_->edit()->text()); });
    connect(panel_, &widgets::PhrasePanel::current_changed, &explorer_, &Explorer::set_current_phrase);
    connect(panel_, &widgets::PhrasePanel::remove_requested, &explorer_, &Explorer::remove_phrase);
    connect(panel_, &widgets::PhrasePanel::rename_requested, &explorer_, &Explorer::rename_phrase);
    connect(panel_, &widgets::PhrasePanel::move_requested, &explorer_, &Explorer::move_phrase);
    connect(panel_, &widgets::PhrasePanel::hidden_requested, &explorer_, &Explorer::set_phrase_hidden);
    connect(panel_, &widgets::PhrasePanel::here_requested, &explorer_, &Explorer::set_phrase_here);
    connect(panel_, &widgets::PhrasePanel::new_here_changed, &explorer_, &Explorer::set_new_phrases_here);
    connect(panel_, &widgets::PhrasePanel::color_requested, this, &PhraseController::choose_color);
    connect(panel_, &widgets::PhrasePanel::compare_requested, this,
            [this](int row) { explorer_.compare_with_phrase(explorer_.phrases()->items()[row].text); });
    connect(panel_, &widgets::PhrasePanel::pin_requested, this,
            [this](int row) { Q_EMIT pin_requested(phrase_at(row)); });
    connect(panel_, &widgets::PhrasePanel::row_hovered, this,
            [this](int row) { Q_EMIT phrase_hovered(phrase_at(row)); });
    connect(panel_, &widgets::PhrasePanel::word_clicked, &explorer_, &Explorer::set_glance);
    connect(&explorer_, &Explorer::current_phrase_changed, panel_, &widgets::PhrasePanel::set_current_row);
    connect(&explorer_, &Explorer::layers_changed, this, &PhraseController::show_words);
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &PhraseController::show_photo);
    connect(panel_, &widgets::PhrasePanel::phrases_pasted, &explorer_, &Explorer::add_phrases);
    // What one does next, unless one is writing somewhere. In a review, digits judge and must not become text.
    connect(explorer_.browser(), &PhotoBrowser::was_opened, this, [this] {
        const QWidget* const now = window_.focusWidget();
        const bool writes = qobject_cast<const QLineEdit*>(now) || qobject_cast<const QPlainTextEdit*>(now);
        const bool judges = window_.workspaces()->current() == Workspace::review;
        if (dock_->isVisible() && !writes && !judges) panel_->focus_edit();
    });
    const auto show_verdicts = [this] { refresh_verdicts(); };
    ReviewSession* const review = explorer_.review();
    connect(review, &ReviewSession::opened, this, show_verdicts);
    connect(review, &ReviewSession::changed, this, show_verdicts);
    connect(review, &ReviewSession::updated, this, show_verdicts);
    connect(review, &ReviewSession::model_changed, this, show_verdicts);
    connect(review, &ReviewSession::annotator_changed, this, show_verdicts);
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, show_verdicts);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(explorer_.phrases(), change, this, show_verdicts);
}

QString PhraseController::phrase_at(int row) const {
    const auto& items = explorer_.phrases()->items();
    return row >= 0 && row < items.size() ? items[row].text : QString();
}

void PhraseController::show_photo() {
    const QString& path = explorer_.photo().path;
    panel_->set_suggestions(path.isEmpty() ? QStringList() : sample_phrases(path));
}

/// The verdicts on the phrases in the shown photo.
void PhraseController::refresh_verdicts() {
    QHash<QString, widgets::GivenVerdict> verdicts;
    const Photo& photo = explorer_.photo();
    for (const widgets::PhraseItem& item : explorer_.phrases()->items()) {
        const ReviewSubject subject{photo.path, photo.size(), item.text};
        const Judgement given = explorer_.review()->judgement(subject);
        if (explorer_.review()->is_disputed(subject))
            verdicts.insert(item.text, {QStringLiteral("warning"), tr("people disagree"),
                                        widgets::verdict_color(given.verdict)});
        else if (given.verdict != widgets::Verdict::none)
            verdicts.insert(item.text,
                            {widgets::verdict_name(given.verdict), widgets::verdict_text(given.verdict),
                             widgets::verdict_color(given.verdict)});
    }
    explorer_.phrases()->set_verdicts(verdicts);
}

void PhraseController::set_typing_pause(int milliseconds) {
    typing_.setInterval(milliseconds);
    if (milliseconds == 0) typing_.stop();
}

void PhraseController::enter(const QString& text) {
    typing_.stop();
    explorer_.add_phrase(text);
    panel_->edit()->clear();
    const QString phrase = text.simplified();
    if (phrase.isEmpty()) return;
    history_.removeAll(phrase);
    history_.prepend(phrase);
    history_ = history_.mid(0, max_history);
    panel_->set_history(history_);
    QSettings().setValue(history_key, history_);
}

void PhraseController::load_history() {
    typing_.setInterval(0);
    history_ = QSettings().value(history_key).toStringList();
    panel_->set_history(history_);
}

void PhraseController::show_words() {
    const QStringList words = split_words(explorer_.current_phrase());
    panel_->set_words(words, words.contains(explorer_.glance()) ? explorer_.glance() : QString());
}

void PhraseController::step(int rows) {
    explorer_.set_current_phrase(explorer_.current_row() + rows);
}

void PhraseController::ask_for_comparison() {
    QStringList others = history_;
    for (const widgets::PhraseItem& item : explorer_.phrases()->items()) others.prepend(item.text);
    others.removeDuplicates();
    others.removeAll(explorer_.shown_phrase());
    auto* const dialog = new QInputDialog(&window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Compare"));
    dialog->setLabelText(tr("Phrase to compare with “%1”:").arg(explorer_.shown_phrase()));
    dialog->setComboBoxItems(others);
    dialog->setComboBoxEditable(true);
    connect(dialog, &QInputDialog::textValueSelected, &explorer_, &Explorer::compare_with_phrase);
    dialog->open();
}

void PhraseController::choose_color(int row) {
    if (row < 0 || row >= explorer_.phrases()->rowCount()) return;
    const widgets::PhraseItem item = explorer_.phrases()->items()[row];
    auto* const dialog = new QColorDialog(item.color, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Color of “%1”").arg(item.text));
    connect(dialog, &QColorDialog::colorSelected, this, [this, item](const QColor& color) {
        explorer_.set_phrase_color(explorer_.phrases()->find_row(item.text), color);
    });
    dialog->open();
}

}  // namespace gbs::app
