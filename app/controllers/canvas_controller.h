// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QObject>
#include <array>
#include <optional>

#include "app/session/explorer.h"
#include "widgets/canvas/heatmap_canvas.h"
#include "widgets/lists/layer_panel.h"

class QDockWidget;

namespace gbs::app {

class MainWindow;

/// What the canvas shows and how: views, layers, zoom, and the values under the pointer.
class CanvasController : public QObject {
    Q_OBJECT

 public:
    explicit CanvasController(MainWindow& window);

    widgets::LayerPanel* layer_panel() const { return panel_; }
    void set_view(widgets::CanvasView view);
    /// True places that a person has marked, for the photo and the phrase that are shown.
    void set_drawn_truth(const std::vector<widgets::CanvasBox>& boxes, const std::vector<QPoint>& points);

 private:
    void build_view_actions();
    void build_side_actions();
    void build_zoom();
    void connect_canvas();
    void restore();
    void save() const;
    void show_photo();
    void show_content();
    void show_values(std::optional<QPoint> pixel);
    void show_zoom();
    void fill_sides(widgets::CanvasContent& content) const;
    void fill_phrases(widgets::CanvasContent& content) const;
    void fill_detector(widgets::CanvasContent& content);
    std::pair<Explorer::OtherSide, QString> other_side_now() const;
    void show_other_side();
    /// Something to stand beside the shown phrase, where a person has not chosen anything yet.
    void choose_other_side();

    MainWindow& window_;
    Explorer& explorer_;
    widgets::HeatmapCanvas* canvas_;
    widgets::LayerStack* stack_;
    widgets::LayerPanel* panel_;
    QDockWidget* dock_;
    std::array<QAction*, widgets::all_canvas_views.size()> views_{};  ///< in the order of CanvasView
    QAction *show_maps_ = nullptr, *swipe_ = nullptr, *stop_comparing_ = nullptr, *keep_zoom_ = nullptr;
    QLabel* zoom_ = nullptr;
    std::vector<widgets::CanvasBox> drawn_boxes_;
    std::vector<QPoint> drawn_points_;
    std::optional<QPoint> pointed_;
    std::pair<Explorer::OtherSide, QString> other_side_{Explorer::OtherSide::none, {}};  ///< as last seen
};

}  // namespace gbs::app
