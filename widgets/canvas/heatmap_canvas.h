// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <array>

#include "widgets/canvas/heatmap_tile.h"
#include "widgets/canvas/phrase_colors.h"
#include "widgets/canvas/tile_arrangement.h"
#include "widgets/figures/canvas_content.h"
#include "widgets/figures/tile_figures.h"
#include "widgets/maps/strength_chip.h"

class QGridLayout;
class QLabel;
class QStackedLayout;

namespace gbs::widgets {

/// A value under the pointer.
struct LayerValue {
    QString layer;  ///< the name of the layer, or a phrase
    float value = 0;
};

/// The central widget: the phrase, and up to three tiles that zoom and pan together, arranged by the shape of the
/// photo.
class HeatmapCanvas : public QWidget {
    Q_OBJECT

 public:
    static constexpr std::size_t tile_count = 3;

    /// Draws the layers of `stack`, which must outlive the canvas; null: creates one.
    explicit HeatmapCanvas(LayerStack* stack = nullptr, QWidget* parent = nullptr);

    void set_photo(std::shared_ptr<const PhotoPyramid> photo);  ///< null: shows a hint how to begin
    void set_content(const CanvasContent& content);
    const CanvasContent& content() const { return content_; }
    void set_view(CanvasView view);
    void set_side_layout(SideLayout layout);
    void set_tool(CanvasTool tool);
    /// The marks of the user, which can be selected, moved and resized while the ground truth is shown; -1 selects none.
    void set_marks(const QVector<CanvasMark>& marks, int selected);

    CanvasView view() const { return view_; }
    SideLayout side_layout() const { return side_layout_; }
    CanvasTool tool() const { return tiles_[0]->view()->tool(); }
    LayerStack* stack() const { return stack_; }
    bool has_photo() const { return photo_ != nullptr; }
    ImageViewport* viewport() { return &viewport_; }
    /// A view of one map uses the tile that the map has among the three.
    HeatmapTile* tile(std::size_t index) const { return tiles_[index]; }
    TileArrangement arrangement() const { return arrangement_; }

    /// The visible tiles, to be painted elsewhere.
    CanvasFigure figure() const;
    /// The value of each layer shown, and of the phrase with the highest value in the view of phrases.
    std::vector<LayerValue> values_at(QPoint pixel) const;

    /// The zoom of the visible tiles: logical pixels per photo pixel.
    double scale() const;
    /// Zooms to one device pixel per photo pixel.
    void show_actual_size();
    void zoom_by(double factor);

 Q_SIGNALS:
    /// The pixel under the pointer in any tile; nullopt off the photo.
    void pixel_pointed(std::optional<QPoint> pixel);
    void view_requested(CanvasView view);  ///< after a double click: one map, or all three again
    void scale_changed();
    void point_marked(QPoint pixel);
    void box_marked(QRect pixels);  ///< photo pixels
    void polygon_marked(const QVector<QPoint>& corners);
    void mark_selected(int index);  ///< -1: none
    void mark_changed(int index, const gbs::widgets::CanvasMark& mark);
    void mark_removed(int index);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void connect_tile(std::size_t index);
    void point(std::size_t source, std::optional<QPointF> place);
    void enlarge(std::size_t index);
    void refresh();
    void show_title();
    void show_marks();
    void arrange();
    std::size_t first_tile() const;
    bool shows_phrases() const;

    LayerStack* stack_;
    ImageViewport viewport_;
    std::shared_ptr<const PhotoPyramid> photo_;
    CanvasContent content_;
    QVector<CanvasMark> marks_;
    int selected_mark_ = -1;
    CanvasView view_ = CanvasView::three_maps;
    SideLayout side_layout_ = SideLayout::beside;
    std::optional<std::size_t> alone_;  ///< the enlarged tile; the others are hidden
    PhraseColorMaker color_maker_;
    PhraseColors phrase_colors_;
    TileArrangement arrangement_ = TileArrangement::row;
    QLabel* title_;
    StrengthChip* strength_;
    QWidget* heading_;  ///< both
    QGridLayout* grid_;
    std::vector<HeatmapTile*> arranged_;  ///< in the grid
    std::array<HeatmapTile*, tile_count> tiles_{};
    QStackedLayout* pages_;
};

}  // namespace gbs::widgets
