// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QObject>
#include <QSet>
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
    /// Shows the peak of this phrase next to the current one's; empty: none.
    void set_hovered_phrase(const QString& phrase);
    /// Marks the peak that a benchmark scored for the shown phrase; nullopt: none.
    void set_scored_peak(std::optional<QPoint> peak, bool hit);
    /// Keeps showing the peak of this phrase, or stops to.
    void toggle_pin(const QString& phrase);

 private:
    void build_view_actions();
    void build_limit_actions();
    void build_side_actions();
    void build_zoom();
    void connect_canvas();
    void restore();
    void save() const;
    void show_photo();
    void show_content();
    void show_limits();
    void fill_peaks(widgets::CanvasContent& content) const;
    void show_values(std::optional<QPoint> pixel);
    void show_zoom();
    void fill_sides(widgets::CanvasContent& content) const;
    void fill_phrases(widgets::CanvasContent& content) const;
    void fill_detector(widgets::CanvasContent& content);
    std::pair<Explorer::OtherSide, QString> other_side_now() const;
    void show_other_side();
    /// Chooses a phrase for side B if the user has not chosen one, and says what is missing.
    void choose_other_side();
    void compare_with_listed_phrase();
    /// Whether the detector has a side in the current view, or will have one when it is open.
    bool shows_detector() const;

    MainWindow& window_;
    Explorer& explorer_;
    widgets::HeatmapCanvas* canvas_;
    widgets::LayerStack* stack_;
    widgets::LayerPanel* panel_;
    QDockWidget* dock_;
    std::array<QAction*, widgets::canvas_views.size()> views_{};  ///< in the order of CanvasView
    QAction *show_maps_ = nullptr, *swipe_ = nullptr, *stop_comparing_ = nullptr, *keep_zoom_ = nullptr;
    std::array<std::pair<widgets::Limits, QAction*>, 3> limits_{};
    QLabel* zoom_ = nullptr;
    std::vector<widgets::CanvasBox> drawn_boxes_;
    std::vector<QPoint> drawn_points_;
    QString hovered_;                          ///< a phrase; empty: none
    QSet<QString> pinned_;                     ///< phrases
    std::optional<widgets::PeakMark> scored_;  ///< by a benchmark
    std::optional<QPoint> pointed_;
    std::pair<Explorer::OtherSide, QString> other_side_{Explorer::OtherSide::none,
                                                        {}};  ///< at the last change
};

}  // namespace gbs::app
