#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "widgets/heatmap_layer.h"
#include "widgets/image_viewport.h"
#include "widgets/photo_pyramid.h"

namespace gbs {

/// A small mark at the peak of a phrase that is not the current one.
struct PeakMark {
    QPoint pixel;
    QColor color;
};

/// One layer over the photo, zoomed and panned through a viewport that several views may share.
class HeatmapView : public QWidget {
    Q_OBJECT

 public:
    HeatmapView(ImageViewport* viewport, QWidget* parent = nullptr);

    void set_photo(std::shared_ptr<const PhotoPyramid> photo);
    void set_layer(const HeatmapLayer& layer);  ///< an empty one shows the photo alone
    void set_style(const LayerStyle& style);
    void set_peak_shown(bool shown);
    void set_marks(std::vector<PeakMark> marks);
    /// The place that the pointer has in a sibling view, in photo pixels.
    void set_linked_pointer(std::optional<QPointF> place);

    const HeatmapLayer& layer() const { return layer_; }
    /// The photo pixel under a widget position, if there is one.
    std::optional<QPoint> pixel_at(QPointF position) const;
    /// Where a photo pixel's centre lies on this widget.
    QPointF position_of(QPoint pixel) const;

    QSize minimumSizeHint() const override { return {120, 90}; }

 Q_SIGNALS:
    void pointer_moved(std::optional<QPointF> place);  ///< photo pixels; nothing when it left the photo
    void double_clicked();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    QTransform device_transform() const;  ///< photo pixels to device pixels
    void compose();
    void redraw();
    void draw_peak(QPainter& painter) const;
    void draw_marks(QPainter& painter) const;
    void draw_linked_pointer(QPainter& painter) const;

    ImageViewport* viewport_;
    std::shared_ptr<const PhotoPyramid> photo_;
    HeatmapLayer layer_;
    LayerStyle style_;
    bool peak_shown_ = true;
    std::vector<PeakMark> marks_;
    std::optional<QPointF> linked_pointer_;
    QImage composed_;  ///< photo and layer as last drawn; null when out of date
    QPointF drag_from_;
    bool dragging_ = false;
};

}  // namespace gbs
