// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <array>

#include "app/settings/diagnostics.h"
#include "app/settings/preferences.h"

class QAction;

namespace gbs::app {

class MainWindow;
class ModelController;
class PhraseController;

/// Preferences, theme, keyboard shortcuts, About and diagnostics: their
/// actions and dialogs. Applies changed preferences.
class SettingsController : public QObject {
    Q_OBJECT

 public:
    SettingsController(MainWindow& window, PhraseController& phrases, ModelController& model);

    /// Saves the preferences and applies the changed ones.
    void set_preferences(const Preferences& preferences);
    void set_theme(widgets::Theme theme);

    void show_preferences();
    void open_guide();
    void show_shortcuts();
    void show_about();
    void copy_diagnostics();

 Q_SIGNALS:
    /// Also emitted once after the window has been built.
    void preferences_changed(const gbs::app::Preferences& preferences);

 private:
    void build_actions();
    void build_themes();
    DiagnosticsSource source() const;

    MainWindow& window_;
    PhraseController& phrases_;
    ModelController& model_;
    Preferences preferences_;
    std::array<QAction*, 3> themes_{};  ///< in the order of Theme
};

}  // namespace gbs::app
