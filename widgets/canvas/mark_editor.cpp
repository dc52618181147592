// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/mark_editor.h"

#include <QLineF>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace gbs::widgets {

namespace {

constexpr double reach = 7;  ///< logical pixels around a handle or an outline that take hold of it
constexpr double handle_size = 8;

/// The handles of a box: the sides that each one moves.
struct BoxHandle {
    int x, y;  ///< -1: left or top, 1: right or bottom, 0: neither
};
constexpr std::array<BoxHandle, 8> box_handles{
    {{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}};

double distance_to_side(QPointF position, const QLineF& side) {
    const QPointF along = side.p2() - side.p1(), from = position - side.p1();
    const double length = QPointF::dotProduct(along, along);
    const double at = length > 0 ? std::clamp(QPointF::dotProduct(from, along) / length, 0.0, 1.0) : 0;
    return QLineF(position, side.p1() + at * along).length();
}

/// Of a view position from the outline of a mark.
double distance_to(const CanvasMark& mark, QPointF position, const QTransform& to_view) {
    const QPolygonF outline = to_view.map(outline_of(mark));
    if (outline.size() == 1) return QLineF(position, outline.front()).length();
    double nearest = distance_to_side(position, {outline.back(), outline.front()});
    for (qsizetype i = 1; i < outline.size(); ++i)
        nearest = std::min(nearest, distance_to_side(position, {outline[i - 1], outline[i]}));
    return nearest;
}

bool is_inside(const CanvasMark& mark, QPointF position, const QTransform& to_view) {
    return mark.kind != CanvasMark::Kind::point &&
           to_view.map(outline_of(mark)).containsPoint(position, Qt::OddEvenFill);
}

QPoint moved_inside(QPoint point, QPoint by, QSize photo) {
    return {std::clamp(point.x() + by.x(), 0, photo.width() - 1),
            std::clamp(point.y() + by.y(), 0, photo.height() - 1)};
}

/// Moves all of a mark, up to the edges of the photo.
CanvasMark moved(CanvasMark mark, QPoint by, QSize photo) {
    int left = photo.width(), top = photo.height(), right = 0, bottom = 0;
    for (const QPoint& point : mark.points) {
        left = std::min(left, point.x()), right = std::max(right, point.x());
        top = std::min(top, point.y()), bottom = std::max(bottom, point.y());
    }
    const QPoint inside(std::clamp(by.x(), -left, std::max(-left, photo.width() - 1 - right)),
                        std::clamp(by.y(), -top, std::max(-top, photo.height() - 1 - bottom)));
    for (QPoint& point : mark.points) point += inside;
    return mark;
}

CanvasMark with_side_moved(CanvasMark box, BoxHandle handle, QPoint by, QSize photo) {
    QPoint &first = box.points[0], &last = box.points[1];
    const QPoint a = moved_inside(first, by, photo), b = moved_inside(last, by, photo);
    if (handle.x < 0) first.setX(a.x());
    if (handle.x > 0) last.setX(b.x());
    if (handle.y < 0) first.setY(a.y());
    if (handle.y > 0) last.setY(b.y());
    // A side that is pulled over the other one becomes that one.
    const auto [left, right] = std::minmax({first.x(), last.x()});
    const auto [top, bottom] = std::minmax({first.y(), last.y()});
    return CanvasMark::box(QRect(QPoint(left, top), QPoint(right, bottom)));
}

}  // namespace

QPolygonF outline_of(const CanvasMark& mark) {
    QPolygonF outline;
    if (mark.kind == CanvasMark::Kind::box) {
        const QRectF rect(QRect(mark.points[0], mark.points[1]));
        return QPolygonF({rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()});
    }
    for (const QPoint& point : mark.points) outline << QPointF(point) + QPointF(0.5, 0.5);
    return outline;
}

void MarkEditor::set_marks(const QVector<CanvasMark>& marks, int selected) {
    // A mark that is being dragged stays in the hand, unless it is gone or another one.
    if (grip_ && (grip_->mark >= marks.size() || marks[grip_->mark] != marks_.value(grip_->mark))) cancel();
    marks_ = marks;
    selected_ = selected < marks.size() ? selected : -1;
}

QVector<QPointF> MarkEditor::handles(const CanvasMark& mark) const {
    if (mark.kind == CanvasMark::Kind::point) return {};
    const QPolygonF outline = outline_of(mark);
    if (mark.kind == CanvasMark::Kind::polygon) return outline;
    const QRectF rect = outline.boundingRect();
    QVector<QPointF> places;
    for (const BoxHandle& handle : box_handles)
        places << rect.center() + QPointF(handle.x * rect.width() / 2, handle.y * rect.height() / 2);
    return places;
}

std::optional<MarkEditor::Grip> MarkEditor::grip_at(QPointF position, const QTransform& to_view) const {
    if (has_selection()) {
        const QVector<QPointF> places = handles(marks_[selected_]);
        for (int i = 0; i < places.size(); ++i)
            if (QLineF(position, to_view.map(places[i])).length() <= reach) return Grip{selected_, i};
        if (is_inside(marks_[selected_], position, to_view)) return Grip{selected_, -1};
    }
    std::optional<Grip> nearest;
    double least = reach;
    for (int i = 0; i < marks_.size(); ++i)
        if (const double distance = distance_to(marks_[i], position, to_view); distance <= least) {
            least = distance;
            nearest = Grip{i, -1};
        }
    return nearest;
}

int MarkEditor::mark_at(QPointF position, const QTransform& to_view) const {
    if (const auto grip = grip_at(position, to_view)) return grip->mark;
    for (int i = static_cast<int>(marks_.size()) - 1; i >= 0; --i)
        if (is_inside(marks_[i], position, to_view)) return i;
    return -1;
}

Qt::CursorShape MarkEditor::cursor(const Grip& grip) const {
    if (grip.handle < 0) return Qt::SizeAllCursor;
    if (marks_[grip.mark].kind == CanvasMark::Kind::polygon) return Qt::PointingHandCursor;
    const BoxHandle handle = box_handles.at(static_cast<std::size_t>(grip.handle));
    if (handle.x == 0) return Qt::SizeVerCursor;
    if (handle.y == 0) return Qt::SizeHorCursor;
    return handle.x == handle.y ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

void MarkEditor::begin(const Grip& grip, QPointF position) {
    grip_ = grip;
    from_ = position;
    selected_ = grip.mark;
    changed_ = marks_[grip.mark];
}

void MarkEditor::drag_to(QPointF position, const QTransform& to_view, QSize photo) {
    if (!grip_) return;
    const QTransform to_photo = to_view.inverted();
    const QPointF way = to_photo.map(position) - to_photo.map(from_);
    const QPoint by(static_cast<int>(std::lround(way.x())), static_cast<int>(std::lround(way.y())));
    const CanvasMark& mark = marks_[grip_->mark];
    if (grip_->handle < 0) {
        changed_ = moved(mark, by, photo);
    } else if (mark.kind == CanvasMark::Kind::box) {
        changed_ = with_side_moved(mark, box_handles.at(static_cast<std::size_t>(grip_->handle)), by, photo);
    } else {
        changed_ = mark;
        changed_.points[grip_->handle] = moved_inside(mark.points[grip_->handle], by, photo);
    }
}

std::optional<CanvasMark> MarkEditor::end() {
    const auto grip = std::exchange(grip_, std::nullopt);
    if (!grip || changed_ == marks_[grip->mark]) return std::nullopt;
    return changed_;
}

void MarkEditor::paint(QPainter& painter, const QTransform& to_view) const {
    if (!has_selection()) return;
    const CanvasMark& mark = grip_ ? changed_ : marks_[selected_];
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF outline = to_view.map(outline_of(mark));
    if (mark.kind == CanvasMark::Kind::point) {
        painter.setBrush(Qt::NoBrush);
        for (const auto& [color, width] :
             {std::pair{QColor(0, 0, 0, 200), 4.0}, std::pair{QColor(Qt::white), 1.8}}) {
            painter.setPen(QPen(color, width));
            painter.drawEllipse(outline.front(), 12, 12);
        }
        return painter.restore();
    }
    if (grip_) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 1.5));
        painter.drawPolygon(outline);
    }
    painter.setPen(QPen(QColor(0, 0, 0, 220), 1.2));
    painter.setBrush(Qt::white);
    for (const QPointF& place : handles(mark)) {
        QRectF square(0, 0, handle_size, handle_size);
        square.moveCenter(to_view.map(place));
        painter.drawRect(square);
    }
    painter.restore();
}

}  // namespace gbs::widgets
