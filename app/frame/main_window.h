// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMainWindow>
#include <array>
#include <functional>
#include <vector>

#include "app/frame/action_registry.h"
#include "app/frame/log_book.h"
#include "app/frame/status_line.h"
#include "app/frame/workspaces.h"
#include "app/session/explorer.h"
#include "widgets/canvas/heatmap_canvas.h"
#include "widgets/frame/message_bar.h"

class QDockWidget;
class QToolBar;

namespace gbs::app {

/// The menus of the menu bar, in order.
enum class MenuId { file, edit, phrase, review, go, view, model, train, window, help };

/// The frame: menus, tool bar, workspaces, docks, message bar, canvas and status line. The controllers fill it: each owns
/// the actions and the panel of one feature and depends on the frame, never the other way around.
/// assemble_window() builds the frame with all of them. A change of the language rebuilds the window, so
/// everything that must outlive it is in the Explorer, the log book and the settings.
class MainWindow : public QMainWindow {
    Q_OBJECT

 public:
    MainWindow(Explorer& explorer, LogBook& log, QWidget* parent = nullptr);
    ~MainWindow() override;

    Explorer* explorer() { return &explorer_; }
    LogBook* log() { return &log_; }
    ActionRegistry* action_registry() { return actions_; }
    QAction* action(const QString& id) const { return actions_->action(id); }
    QMenu* menu(MenuId id) const { return menus_[static_cast<std::size_t>(id)]; }
    QToolBar* tool_bar() const { return tool_bar_; }
    widgets::HeatmapCanvas* canvas() const { return canvas_; }
    widgets::MessageBar* message_bar() const { return message_bar_; }
    StatusLine* status_line() const { return status_; }
    Workspaces* workspaces() const { return workspaces_; }

    /// Adds a dock, which scrolls where it is smaller than its content. `name` is its object name, its row in
    /// the layouts of the workspaces and its key in the settings; an unnamed `content` is named "<name>_panel".
    QDockWidget* add_dock(const QString& name, const QString& title, QWidget* content);
    /// Shows the tool bar button of `action` without text.
    void show_icon_only(QAction* action);
    void show_message(widgets::Severity severity, const QString& text);
    void open(const QStringList& paths) { explorer_.open(paths); }
    /// Completes the menus and restores the saved layout. Call it once, after all controllers are built.
    void finish();
    void save();  ///< writes the layout and what `saving` adds to the settings
    /// `may_close` is called when the user closes the window; if it returns false, the window stays open.
    void add_close_guard(std::function<bool()> may_close) { close_guards_.push_back(std::move(may_close)); }

 Q_SIGNALS:
    void saving();             ///< controllers write their state to the settings
    void rebuild_requested();  ///< the language has changed

 protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

 private:
    void build_frame();
    void build_menus();
    void connect_explorer();

    Explorer& explorer_;
    LogBook& log_;
    ActionRegistry* actions_;
    std::array<QMenu*, 10> menus_{};
    std::vector<std::function<bool()>> close_guards_;
    QToolBar* tool_bar_ = nullptr;
    widgets::MessageBar* message_bar_ = nullptr;
    widgets::HeatmapCanvas* canvas_ = nullptr;
    StatusLine* status_ = nullptr;
    Workspaces* workspaces_ = nullptr;
    QVector<QDockWidget*> docks_;
};

}  // namespace gbs::app
