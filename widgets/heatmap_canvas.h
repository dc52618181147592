#pragma once

#include <QWidget>
#include <array>

#include "widgets/heatmap_tile.h"

class QLabel;
class QStackedLayout;

namespace gbs {

/// The three layers of one phrase, as plain values; empty ones while there is no result.
struct PhraseLayers {
    HeatmapLayer gbs, i2t, mean;
};

/// Which tiles are shown.
enum class CanvasView { three_maps, gbs, i2t, mean };

/// The middle of the window: up to three tiles side by side that zoom and pan together.
class HeatmapCanvas : public QWidget {
    Q_OBJECT

 public:
    static constexpr std::size_t tile_count = 3;

    explicit HeatmapCanvas(QWidget* parent = nullptr);

    void set_photo(std::shared_ptr<const PhotoPyramid> photo);  ///< null: the page that says how to begin
    void set_layers(const PhraseLayers& layers);
    void clear_layers();
    void set_style(const LayerStyle& style);
    void set_peaks_shown(bool shown);
    /// Peaks of the other phrases, one list a tile.
    void set_marks(const std::array<std::vector<PeakMark>, tile_count>& marks);
    void set_view(CanvasView view);

    CanvasView view() const { return canvas_view_; }
    const LayerStyle& style() const { return style_; }
    bool has_photo() const { return photo_ != nullptr; }
    ImageViewport* viewport() { return &viewport_; }
    HeatmapTile* tile(std::size_t index) const { return tiles_[index]; }
    /// Logical pixels a photo pixel, as the shown tiles have it now.
    double scale() const;
    /// One photo pixel on one device pixel.
    void show_actual_size();
    void zoom_by(double factor);

 Q_SIGNALS:
    /// Pixel under the pointer in any tile; nothing when there is none.
    void pixel_pointed(std::optional<QPoint> pixel);
    void view_requested(CanvasView view);  ///< a double click: this map alone, or all three again
    void scale_changed();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void point(std::size_t source, std::optional<QPointF> place);
    HeatmapTile* shown_tile() const;

    ImageViewport viewport_;
    std::shared_ptr<const PhotoPyramid> photo_;
    LayerStyle style_;
    CanvasView canvas_view_ = CanvasView::three_maps;
    std::array<HeatmapTile*, tile_count> tiles_{};
    QStackedLayout* pages_;
};

}  // namespace gbs
