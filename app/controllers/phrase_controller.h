// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include "widgets/lists/phrase_panel.h"

class QDockWidget;

namespace gbs::app {

class Explorer;
class MainWindow;

/// The phrases: the panel, its menu, typing with a preview, words of a phrase, and what was entered before.
class PhraseController : public QObject {
    Q_OBJECT

 public:
    explicit PhraseController(MainWindow& window);

    widgets::PhrasePanel* panel() const { return panel_; }
    QDockWidget* dock() const { return dock_; }
    /// The map follows while a phrase is typed, after a pause of that length; 0: only after Enter.
    void set_typing_pause(int milliseconds);

 private:
    void build_actions();
    void connect_panel();
    void show_photo();
    void enter(const QString& text);
    void show_words();
    void step(int rows);
    void ask_for_comparison();
    void choose_color(int row);
    void load_history();

    MainWindow& window_;
    Explorer& explorer_;
    widgets::PhrasePanel* panel_;
    QDockWidget* dock_;
    QTimer typing_{this};
    QStringList history_;  ///< newest first
};

}  // namespace gbs::app
