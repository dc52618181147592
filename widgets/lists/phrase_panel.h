// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QStringListModel>
#include <QWidget>

#include "widgets/lists/phrase_model.h"

class QLabel;

namespace gbs::widgets {

/// The phrase edit with the list of phrases. Only emits requests; the owner of the model carries them out.
class PhrasePanel : public QWidget {
    Q_OBJECT

 public:
    explicit PhrasePanel(PhraseModel* model, QWidget* parent = nullptr);

    QLineEdit* edit() const { return edit_; }
    QComboBox* scope() const { return scope_; }
    QListView* list() const { return list_; }
    int current_row() const;
    void set_current_row(int row);
    void focus_edit();
    /// Suggested phrases for the photo, shown while the list is empty.
    void set_suggestions(const QStringList& phrases);
    /// Earlier phrases for completion, latest first.
    void set_history(const QStringList& phrases);
    /// The clickable words of the current phrase, and the one whose map is shown (empty for none).
    void set_words(const QStringList& words, const QString& shown);

 Q_SIGNALS:
    void phrase_entered(const QString& text);
    void phrases_pasted(const QStringList& texts);  ///< several lines at once
    void phrase_typed(const QString& text);         ///< while typing
    void current_changed(int row);
    void remove_requested(int row);
    void rename_requested(int row, const QString& text);
    void move_requested(int from, int to);
    void hidden_requested(int row, bool hidden);
    void color_requested(int row);
    void compare_requested(int row);
    void here_requested(int row, bool here);  ///< for the shown photo only, or for all
    void new_here_changed(bool here);         ///< the same for new phrases
    void pin_requested(int row);              ///< keep its peak on the canvas, or not
    void row_hovered(int row);                ///< -1: none
    void word_clicked(const QString& word);   ///< empty: back to the complete phrase

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void build_edit();
    void build_list();
    bool press_button(QMouseEvent* event);
    bool press_key(const QKeyEvent* event);
    bool paste_lines();
    bool drop(QDropEvent* event);
    void toggle_hidden(int row);
    void show_menu(QPoint place);
    void refresh_hint();

    PhraseModel* model_;
    QLineEdit* edit_;
    QComboBox* scope_;  ///< of new phrases
    QListView* list_;
    QLabel* hint_;
    QLabel* words_;
    QStringListModel history_;
    QStringList suggestions_;
};

}  // namespace gbs::widgets
