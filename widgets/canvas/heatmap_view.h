// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "widgets/canvas/image_viewport.h"
#include "widgets/canvas/mark_editor.h"
#include "widgets/figures/canvas_figure.h"

namespace gbs::widgets {

/// The action of the left mouse button. The middle button and Space with a drag always pan.
enum class CanvasTool { pan, mark_point, mark_box, mark_polygon };

/// The photo and layers of one tile, zoomed and panned by a viewport that views may share.
class HeatmapView : public QWidget {
    Q_OBJECT

 public:
    HeatmapView(ImageViewport* viewport, QWidget* parent = nullptr);

    /// The view keeps its own divider and ignores that of the figure.
    void set_figure(const TileFigure& figure);
    const TileFigure& figure() const { return figure_; }
    /// The pointer position in another view, in photo pixels.
    void set_linked_pointer(std::optional<QPointF> place);
    void set_tool(CanvasTool tool);
    CanvasTool tool() const { return tool_; }

    /// The marks of the user that can be selected, moved and resized; -1 selects none.
    void set_marks(const QVector<CanvasMark>& marks, int selected);

    /// The divider of a swipe, as a fraction of the view's width from the left.
    double divider() const { return divider_; }
    void set_divider(double share);
    /// The divider as a fraction of the photo's width; outside [0, 1] if it is off the photo.
    double divider_on_photo() const;

    /// The photo pixel at a widget position, if any.
    std::optional<QPoint> pixel_at(QPointF position) const;

    QSize minimumSizeHint() const override { return {120, 90}; }

 Q_SIGNALS:
    void pointer_moved(std::optional<QPointF> place);  ///< photo pixels; nullopt off the photo
    void double_clicked();
    void point_marked(QPoint pixel);
    void box_marked(QRect pixels);                        ///< clamped to the photo, never empty
    void polygon_marked(const QVector<QPoint>& corners);  ///< at least three pixels
    void mark_selected(int index);                        ///< -1: none
    void mark_changed(int index, const gbs::widgets::CanvasMark& mark);
    void mark_removed(int index);

 protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

 private:
    enum class Drag { none, pan, divider, point, box, mark };

    bool has_photo() const { return figure_.photo != nullptr; }
    QTransform device_transform() const;  ///< photo pixels to device pixels
    void compose();
    void redraw();
    void paint_divider(QPainter& painter) const;
    void paint_drag(QPainter& painter) const;
    void paint_linked_pointer(QPainter& painter) const;
    Drag drag_for(const QMouseEvent* event) const;
    bool over_divider(QPointF position) const;
    QRect dragged_box() const;  ///< photo pixels, clamped
    void cancel_drag();
    void add_corner(QPointF position);
    void close_polygon();
    void end_mark(QPointF position);
    bool press_mark_key(int key);
    void show_cursor(QPointF position);

    ImageViewport* viewport_;
    TileFigure figure_;
    CanvasTool tool_ = CanvasTool::pan;
    double divider_ = 0.5;
    std::optional<QPointF> linked_pointer_;
    QImage composed_;  ///< rendered photo and layers; null if out of date
    Drag drag_ = Drag::none;
    QPointF drag_from_, drag_to_;
    MarkEditor editor_;
    QVector<QPoint> corners_;  ///< of the polygon being drawn
    bool space_held_ = false;
};

}  // namespace gbs::widgets
