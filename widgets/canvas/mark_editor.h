// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainter>
#include <QPoint>
#include <QPolygonF>
#include <QTransform>
#include <QVector>
#include <optional>

namespace gbs::widgets {

/// A mark of the user on a photo, in pixels.
struct CanvasMark {
    enum class Kind { point, box, polygon };
    Kind kind = Kind::point;
    QVector<QPoint> points;  ///< one; the top left and bottom right of a box, inclusive; or the corners

    static CanvasMark box(const QRect& pixels) {
        return {Kind::box, {pixels.topLeft(), pixels.bottomRight()}};
    }
    bool operator==(const CanvasMark&) const = default;
};

/// Selects, moves and resizes marks with the pointer. Positions are those of a view, `to_view` maps continuous photo
/// pixels to it.
class MarkEditor {
 public:
    void set_marks(const QVector<CanvasMark>& marks, int selected);
    int selected() const { return selected_; }
    bool has_selection() const { return selected_ >= 0; }

    /// What the pointer takes hold of: a handle of the selected mark, or a mark.
    struct Grip {
        int mark = -1;
        int handle = -1;  ///< -1: all of the mark
        bool operator==(const Grip&) const = default;
    };
    /// A mark is taken by its outline, the selected one also by its inside.
    std::optional<Grip> grip_at(QPointF position, const QTransform& to_view) const;
    /// The mark under a click, by its outline or its inside; -1: none.
    int mark_at(QPointF position, const QTransform& to_view) const;
    Qt::CursorShape cursor(const Grip& grip) const;

    void begin(const Grip& grip, QPointF position);
    bool dragging() const { return grip_.has_value(); }
    void drag_to(QPointF position, const QTransform& to_view, QSize photo);
    void cancel() { grip_.reset(); }
    /// Ends the drag. The mark if it changed.
    std::optional<CanvasMark> end();

    /// The handles of the selected mark, and the mark being dragged.
    void paint(QPainter& painter, const QTransform& to_view) const;

 private:
    QVector<QPointF> handles(const CanvasMark& mark) const;

    QVector<CanvasMark> marks_;
    int selected_ = -1;
    std::optional<Grip> grip_;
    QPointF from_;        ///< where the drag began
    CanvasMark changed_;  ///< the mark being dragged
};

/// The outline of a mark in continuous photo pixels; of a point, its center.
QPolygonF outline_of(const CanvasMark& mark);

}  // namespace gbs::widgets
