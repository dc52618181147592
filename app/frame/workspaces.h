// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMainWindow>
#include <QObject>
#include <array>

class QAction;
class QDockWidget;
class QMenu;
class QTabBar;

namespace gbs::app {

class ActionRegistry;

enum class Workspace { explore, review, train, benchmark };

/// The four workspaces of the window. Each has its docks, its layout, which is remembered apart from the others,
/// and shows or hides the canvas.
class Workspaces : public QObject {
    Q_OBJECT

 public:
    explicit Workspaces(QMainWindow& window);

    /// Its tabs. Put them into the window.
    QTabBar* tabs() const { return tabs_; }
    /// Adds the workspaces and "Reset Layout" to `menu`.
    void add_actions(ActionRegistry& registry, QMenu* menu);
    Workspace current() const { return current_; }
    void show(Workspace workspace);
    /// Shows or hides the canvas in this workspace.
    void set_canvas_shown(Workspace workspace, bool shown);
    /// Gives the current workspace its first layout again.
    void reset();
    /// Restores the last workspace and all layouts from the settings. Call it once, when all docks are there.
    void restore();
    void save();

 Q_SIGNALS:
    void changed(gbs::app::Workspace workspace);

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void enter(Workspace workspace);
    /// Puts the docks where they are in a new layout of the current workspace.
    void arrange();
    void size_docks();
    void show_canvas();
    QDockWidget* dock(const char* name) const;

    QMainWindow& window_;
    QTabBar* tabs_;
    std::array<QAction*, 4> actions_{};
    std::array<QByteArray, 4> layouts_;  ///< of the workspaces that were left; empty: the first layout
    std::array<bool, 4> canvas_{true, true, false, false};
    Workspace current_ = Workspace::explore;
    bool fresh_ = false;  ///< the layout of the current workspace is the first one
};

}  // namespace gbs::app
