// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <array>

#include "app/settings/diagnostics.h"
#include "app/settings/preferences.h"

class QAction;

namespace gbs::app {

class MainWindow;

/// Preferences, theme, keyboard shortcuts, About and diagnostics: their actions and dialogs, and what a
/// change of the preferences does.
class SettingsController : public QObject {
    Q_OBJECT

 public:
    explicit SettingsController(MainWindow& window);

    const Preferences& preferences() const { return preferences_; }
    /// Saves and applies what differs from before.
    void set_preferences(const Preferences& preferences);
    void set_theme(widgets::Theme theme);

    void show_preferences();
    void show_shortcuts();
    void show_about();
    void copy_diagnostics();

 Q_SIGNALS:
    /// What other parts of the window follow. Also sent for the first time, once the window is built.
    void preferences_changed(const gbs::app::Preferences& preferences);
    void language_changed();  ///< of words to come; the window is to be built anew

 private:
    void build_actions();
    void build_themes();
    DiagnosticsSource source() const;

    MainWindow& window_;
    Preferences preferences_;
    std::array<QAction*, 3> themes_{};  ///< in the order of Theme
};

}  // namespace gbs::app
