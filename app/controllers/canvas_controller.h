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

/// The content of the canvas: views, layers, zoom, and the values under the pointer.
class CanvasController : public QObject {
    Q_OBJECT

 public:
    explicit CanvasController(MainWindow& window);

    void set_view(widgets::CanvasView view);
    /// The true locations that the user has marked for the shown photo and phrase.
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
    /// Chooses a phrase for side B if the user has not chosen one.
    void choose_other_side();

    MainWindow& window_;
    Explorer& explorer_;
    widgets::HeatmapCanvas* canvas_;
    widgets::LayerStack* stack_;
    widgets::LayerPanel* panel_;
    QDockWidget* dock_;
    std::array<QAction*, widgets::canvas_views.size()> views_{};  ///< in the order of CanvasView
    QAction *show_maps_ = nullptr, *swipe_ = nullptr, *stop_comparing_ = nullptr, *keep_zoom_ = nullptr;
    QLabel* zoom_ = nullptr;
    std::vector<widgets::CanvasBox> drawn_boxes_;
    std::vector<QPoint> drawn_points_;
    std::optional<QPoint> pointed_;
    std::pair<Explorer::OtherSide, QString> other_side_{Explorer::OtherSide::none,
                                                        {}};  ///< at the last change
};

}  // namespace gbs::app
