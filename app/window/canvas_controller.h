#pragma once

#include <QLabel>
#include <QObject>
#include <array>
#include <optional>

#include "widgets/display_panel.h"
#include "widgets/heatmap_canvas.h"

class QDockWidget;

namespace gbs {

class Explorer;
class MainWindow;

/// What the canvas shows and how: views, layers, zoom, and the values under the pointer.
class CanvasController : public QObject {
    Q_OBJECT

 public:
    explicit CanvasController(MainWindow& window);

    DisplayPanel* display_panel() const { return panel_; }
    void set_view(CanvasView view);

 private:
    void build_actions();
    void build_zoom();
    void connect_canvas();
    void restore();
    void save() const;
    void show_photo();
    void show_layers();
    void show_values(std::optional<QPoint> pixel);
    void show_zoom();

    MainWindow& window_;
    Explorer& explorer_;
    HeatmapCanvas* canvas_;
    DisplayPanel* panel_;
    QDockWidget* dock_;
    std::array<QAction*, 4> views_{};  ///< in the order of CanvasView
    QAction* show_maps_ = nullptr;
    QLabel* zoom_ = nullptr;
    std::optional<QPoint> pointed_;
};

}  // namespace gbs
