#pragma once

#include <QLabel>
#include <QMainWindow>

#include "app/window/explorer.h"
#include "app/window/log_panel.h"
#include "app/window/status_line.h"
#include "app/window/thumbnail_loader.h"
#include "app/window/window_actions.h"
#include "widgets/display_panel.h"
#include "widgets/heatmap_canvas.h"
#include "widgets/image_list_panel.h"
#include "widgets/phrase_panel.h"
#include "widgets/theme.h"

namespace gbs {

/// Lays out the widgets and joins them to the Explorer; keeps no state of its own beyond how things look.
class MainWindow : public QMainWindow {
    Q_OBJECT

 public:
    explicit MainWindow(GrounderFactory factory, QWidget* parent = nullptr);
    ~MainWindow() override;

    Explorer* explorer() { return &explorer_; }
    HeatmapCanvas* canvas() { return canvas_; }
    PhrasePanel* phrase_panel() { return phrase_panel_; }
    ImageListPanel* image_panel() { return image_panel_; }
    DisplayPanel* display_panel() { return display_panel_; }
    MessageBar* message_bar() { return message_bar_; }
    StatusLine* status_line() { return status_; }
    WindowActions* actions_of_window() { return &actions_; }

    void open(const QStringList& paths) { explorer_.open(paths); }
    void set_theme(Theme theme);

 protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

 private:
    void build_center();
    void build_docks();
    void build_menus();
    void build_tool_bar();
    void connect_actions();
    void connect_explorer();
    void connect_panels();
    void restore();
    void save() const;

    void open_image_dialog();
    void open_folder_dialog();
    void step_image(int step);
    void step_phrase(int step);
    void set_view(CanvasView view);
    void show_photo(const Photo& photo);
    void show_layers();
    void show_values(std::optional<QPoint> pixel);
    void show_zoom();
    void show_message(Severity severity, const QString& text);
    void show_about();

    LogPanel* log_;  ///< listens before any worker runs
    Explorer explorer_;
    ImageListModel images_;
    ThumbnailLoader thumbnails_;
    WindowActions actions_;

    MessageBar* message_bar_ = nullptr;
    HeatmapCanvas* canvas_ = nullptr;
    PhrasePanel* phrase_panel_ = nullptr;
    ImageListPanel* image_panel_ = nullptr;
    DisplayPanel* display_panel_ = nullptr;
    QDockWidget *images_dock_ = nullptr, *phrases_dock_ = nullptr, *display_dock_ = nullptr,
                *log_dock_ = nullptr;
    StatusLine* status_ = nullptr;
    QLabel* zoom_ = nullptr;
    QString device_text_;
    std::optional<QPoint> pointed_;
    Theme theme_ = Theme::system;
};

}  // namespace gbs
