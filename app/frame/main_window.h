// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMainWindow>
#include <array>
#include <functional>
#include <vector>

#include "app/frame/action_registry.h"
#include "app/frame/log_book.h"
#include "app/frame/status_line.h"
#include "app/session/explorer.h"
#include "widgets/canvas/heatmap_canvas.h"
#include "widgets/frame/message_bar.h"

class QDockWidget;
class QToolBar;

namespace gbs::app {

class BenchmarkController;
class CanvasController;
class ExportController;
class ImagesController;
class ModelController;
class PhraseController;
class PresentController;
class ReviewController;
class SettingsController;
class StartController;
class TrainController;

/// The menus of the menu bar, in their order.
enum class MenuId { file, edit, phrase, review, go, view, model, train, window, help };

/// The frame: menus, tool bar, docks, message bar, canvas and status line. What they hold and do is put in by
/// one controller a feature, each of which owns its actions and its panel. Everything that must outlive the
/// window (it is built anew when the language changes) is in the Explorer, the log book and the settings.
class MainWindow : public QMainWindow {
    Q_OBJECT

 public:
    MainWindow(Explorer& explorer, LogBook& log, QWidget* parent = nullptr);
    ~MainWindow() override;

    Explorer* explorer() { return &explorer_; }
    LogBook* log() { return &log_; }
    ActionRegistry* actions_of_window() { return actions_; }
    QAction* action(const QString& id) const { return actions_->action(id); }
    QMenu* menu(MenuId id) const { return menus_[static_cast<std::size_t>(id)]; }
    QToolBar* tool_bar() const { return tool_bar_; }
    widgets::HeatmapCanvas* canvas() const { return canvas_; }
    widgets::MessageBar* message_bar() const { return message_bar_; }
    StatusLine* status_line() const { return status_; }
    PhraseController* phrase_controller() const { return phrase_controller_; }
    ImagesController* images_controller() const { return images_controller_; }
    CanvasController* canvas_controller() const { return canvas_controller_; }
    ModelController* model_controller() const { return model_controller_; }
    PresentController* present_controller() const { return present_controller_; }
    SettingsController* settings_controller() const { return settings_controller_; }
    StartController* start_controller() const { return start_controller_; }
    ReviewController* review_controller() const { return review_controller_; }
    ExportController* export_controller() const { return export_controller_; }
    TrainController* train_controller() const { return train_controller_; }
    BenchmarkController* benchmark_controller() const { return benchmark_controller_; }

    /// A dock with `content`; `name` is what settings know it by.
    QDockWidget* add_dock(const QString& name, const QString& title, QWidget* content,
                          Qt::DockWidgetArea area);
    /// A tool bar button without text.
    void show_icon_only(QAction* action);
    void show_message(widgets::Severity severity, const QString& text);
    void open(const QStringList& paths) { explorer_.open(paths); }
    void save();  ///< how things look, in the settings
    /// Asked when a person closes the window; where it says no, the window stays.
    void add_close_guard(std::function<bool()> may_close) { close_guards_.push_back(std::move(may_close)); }

 Q_SIGNALS:
    void saving();  ///< time to put into the settings what is to be kept

 protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

 private:
    void build_frame();
    void build_menus();
    void build_controllers();
    void finish_menus();
    void connect_explorer();
    void restore();

    Explorer& explorer_;
    LogBook& log_;
    ActionRegistry* actions_;
    std::array<QMenu*, 10> menus_{};
    std::vector<std::function<bool()>> close_guards_;
    QToolBar* tool_bar_ = nullptr;
    widgets::MessageBar* message_bar_ = nullptr;
    widgets::HeatmapCanvas* canvas_ = nullptr;
    StatusLine* status_ = nullptr;
    QVector<QDockWidget*> docks_;
    PhraseController* phrase_controller_ = nullptr;
    ImagesController* images_controller_ = nullptr;
    CanvasController* canvas_controller_ = nullptr;
    ModelController* model_controller_ = nullptr;
    PresentController* present_controller_ = nullptr;
    SettingsController* settings_controller_ = nullptr;
    StartController* start_controller_ = nullptr;
    ReviewController* review_controller_ = nullptr;
    ExportController* export_controller_ = nullptr;
    TrainController* train_controller_ = nullptr;
    BenchmarkController* benchmark_controller_ = nullptr;
};

}  // namespace gbs::app
