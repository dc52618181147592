// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include "widgets/lists/phrase_panel.h"

class QDockWidget;

namespace gbs::app {

class Explorer;
class MainWindow;

/// The phrase panel and its menu: preview while typing, the words of a phrase, and the history.
class PhraseController : public QObject {
    Q_OBJECT

 public:
    explicit PhraseController(MainWindow& window);

    /// Shows the map while the user types, after a pause of this length; 0: only after Enter.
    void set_typing_pause(int milliseconds);

 Q_SIGNALS:
    void phrase_hovered(const QString& phrase);  ///< in the list; empty: none
    void pin_requested(const QString& phrase);   ///< keep its peak on the canvas, or not

 private:
    void build_actions();
    void connect_panel();
    QString phrase_at(int row) const;
    void show_photo();
    void enter(const QString& text);
    void show_words();
    void refresh_verdicts();
    void step(int rows);
    void ask_for_comparison();
    void choose_color(int row);
    void load_history();

    MainWindow& window_;
    Explorer& explorer_;
    widgets::PhrasePanel* panel_;
    QDockWidget* dock_;
    QTimer typing_{this};
    QStringList history_;  ///< the latest first
};

}  // namespace gbs::app
