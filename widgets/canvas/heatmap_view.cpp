// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/heatmap_view.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/figures/mark_painter.h"

namespace gbs::widgets {

namespace {

constexpr double key_step = 40;        ///< logical pixels per arrow key
constexpr double divider_step = 0.02;  ///< fraction of the width per key
constexpr double divider_grip = 6;     ///< logical pixels around the divider that grab it
constexpr double min_box_drag = 3;     ///< logical pixels; less is an accidental click

}  // namespace

HeatmapView::HeatmapView(ImageViewport* viewport, QWidget* parent) : QWidget(parent), viewport_(viewport) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(viewport_, &ImageViewport::changed, this, &HeatmapView::redraw);
}

void HeatmapView::set_figure(const TileFigure& figure) {
    figure_ = figure;
    redraw();
}

void HeatmapView::set_linked_pointer(std::optional<QPointF> place) {
    if (place == linked_pointer_) return;
    linked_pointer_ = place;
    update();
}

void HeatmapView::set_tool(CanvasTool tool) {
    if (tool == tool_) return;
    cancel_drag();
    corners_.clear();
    tool_ = tool;
    show_cursor(mapFromGlobal(QCursor::pos()));
}

void HeatmapView::set_marks(const QVector<CanvasMark>& marks, int selected) {
    editor_.set_marks(marks, selected);
    if (drag_ == Drag::mark && !editor_.dragging()) drag_ = Drag::none;
    update();
}

void HeatmapView::set_divider(double share) {
    const double inside = std::clamp(share, 0.0, 1.0);
    if (inside == divider_) return;
    divider_ = inside;
    redraw();
}

double HeatmapView::divider_on_photo() const {
    const double x = viewport_->transform(size()).inverted().map(QPointF(divider_ * width(), 0)).x();
    return x / std::max(1, viewport_->photo_size().width());
}

std::optional<QPoint> HeatmapView::pixel_at(QPointF position) const {
    if (!has_photo()) return {};
    const QPointF place = viewport_->transform(size()).inverted().map(position);
    const QPoint pixel(static_cast<int>(std::floor(place.x())), static_cast<int>(std::floor(place.y())));
    if (!QRect(QPoint(0, 0), figure_.photo->size()).contains(pixel)) return {};
    return pixel;
}

void HeatmapView::redraw() {
    composed_ = {};
    update();
}

QTransform HeatmapView::device_transform() const {
    const double ratio = devicePixelRatioF();
    return viewport_->transform(size()) * QTransform::fromScale(ratio, ratio);
}

void HeatmapView::compose() {
    const QSize device = (QSizeF(size()) * devicePixelRatioF()).toSize();
    composed_ = QImage(device, QImage::Format_RGB32);
    composed_.fill(palette().color(QPalette::Dark));
    if (has_photo()) {
        figure_.divider = divider_on_photo();
        QPainter painter(&composed_);
        painter.setFont(font());
        paint_tile(painter, figure_, QRectF(QPointF(0, 0), QSizeF(device)), device_transform(),
                   {devicePixelRatioF(), 1});
    }
    composed_.setDevicePixelRatio(devicePixelRatioF());
}

void HeatmapView::paintEvent(QPaintEvent*) {
    const QSize device = (QSizeF(size()) * devicePixelRatioF()).toSize();
    if (composed_.isNull() || composed_.size() != device) compose();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), composed_);
    if (!has_photo()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    if (figure_.other) paint_divider(painter);
    editor_.paint(painter, viewport_->transform(size()));
    if (drag_ == Drag::box || drag_ == Drag::point || !corners_.isEmpty()) paint_drag(painter);
    if (linked_pointer_) paint_linked_pointer(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void HeatmapView::paint_divider(QPainter& painter) const {
    const double x = divider_ * width();
    QPainterPath line(QPointF(x, 0));
    line.lineTo(x, height());
    paint_outline(painter, line, Qt::white, 1);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(x - 5, height() / 2.0 - 14, 10, 28), 4, 4);
    // The name of each side, next to the divider.
    const double pad = 5;
    const QFontMetricsF metrics(font());
    for (const bool left : {true, false}) {
        const double room = (left ? x : width() - x) - 4 * pad;
        const QString& name = left ? figure_.name : figure_.other->name;
        const QString text = metrics.elidedText(name, Qt::ElideMiddle, room);
        if (room < 20 || text.isEmpty()) continue;
        QRectF ground(0, pad, metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + pad);
        if (left)
            ground.moveRight(x - pad);
        else
            ground.moveLeft(x + pad);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 190));
        painter.drawRoundedRect(ground, 3, 3);
        painter.setPen(Qt::white);
        painter.drawText(ground, Qt::AlignCenter, text);
    }
}

void HeatmapView::paint_drag(QPainter& painter) const {
    const QTransform to_view = viewport_->transform(size());
    if (!corners_.isEmpty()) {
        // Open, with a line to the pointer and the first corner in sight.
        QPainterPath line;
        line.addPolygon(to_view.map(outline_of({CanvasMark::Kind::polygon, corners_})));
        line.lineTo(drag_to_);
        line.addEllipse(line.elementAt(0), 4, 4);
        return paint_outline(painter, line, Qt::white, 1);
    }
    if (drag_ == Drag::point) {
        if (const auto pixel = pixel_at(drag_to_)) paint_points(painter, {*pixel}, to_view, 1);
        return;
    }
    const QRect box = dragged_box();
    const QString label = tr("%1 × %2").arg(box.width()).arg(box.height());
    paint_boxes(painter, {{FigureBox::Source::drawn, QRectF(box), label}}, rect(), to_view, 1);
}

void HeatmapView::paint_linked_pointer(QPainter& painter) const {
    const QPointF center = viewport_->transform(size()).map(*linked_pointer_);
    for (const auto& [color, width] :
         {std::pair{QColor(0, 0, 0, 160), 3.0}, std::pair{QColor(Qt::white), 1.0}}) {
        painter.setPen(QPen(color, width));
        painter.drawLine(center - QPointF(6, 0), center + QPointF(6, 0));
        painter.drawLine(center - QPointF(0, 6), center + QPointF(0, 6));
    }
}

bool HeatmapView::over_divider(QPointF position) const {
    return figure_.other && std::abs(position.x() - divider_ * width()) <= divider_grip;
}

HeatmapView::Drag HeatmapView::drag_for(const QMouseEvent* event) const {
    if (event->button() == Qt::MiddleButton) return Drag::pan;
    if (event->button() != Qt::LeftButton) return Drag::none;
    if (space_held_) return Drag::pan;
    if (over_divider(event->position())) return Drag::divider;
    if (tool_ == CanvasTool::mark_polygon) return Drag::none;
    // A tool draws over marks; only the handles of the selected one come first.
    const auto grip = editor_.grip_at(event->position(), viewport_->transform(size()));
    if (grip && (tool_ == CanvasTool::pan || grip->handle >= 0)) return Drag::mark;
    if (tool_ == CanvasTool::mark_box) return has_photo() ? Drag::box : Drag::none;
    if (tool_ == CanvasTool::mark_point) return pixel_at(event->position()) ? Drag::point : Drag::none;
    return Drag::pan;
}

QRect HeatmapView::dragged_box() const {
    const QTransform to_photo = viewport_->transform(size()).inverted();
    const QRectF dragged = QRectF(to_photo.map(drag_from_), to_photo.map(drag_to_)).normalized();
    return dragged.toAlignedRect() & QRect(QPoint(0, 0), figure_.photo->size());
}

void HeatmapView::cancel_drag() {
    drag_ = Drag::none;
    editor_.cancel();
    update();
}

void HeatmapView::show_cursor(QPointF position) {
    const auto grip = has_photo() && tool_ != CanvasTool::mark_polygon && drag_ == Drag::none && !space_held_
                          ? editor_.grip_at(position, viewport_->transform(size()))
                          : std::nullopt;
    if (drag_ == Drag::mark) return;
    if (drag_ == Drag::pan)
        setCursor(Qt::ClosedHandCursor);
    else if (space_held_)
        setCursor(Qt::OpenHandCursor);
    else if (drag_ == Drag::divider || (drag_ == Drag::none && over_divider(position)))
        setCursor(Qt::SplitHCursor);
    else if (grip && (tool_ == CanvasTool::pan || grip->handle >= 0))
        setCursor(editor_.cursor(*grip));
    else if (tool_ != CanvasTool::pan && has_photo())
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void HeatmapView::wheelEvent(QWheelEvent* event) {
    viewport_->zoom(std::pow(1.2, event->angleDelta().y() / 120.0), event->position(), size());
    event->accept();
}

void HeatmapView::mousePressEvent(QMouseEvent* event) {
    // A second button does not change the current drag.
    if (drag_ != Drag::none) return;
    drag_ = drag_for(event);
    drag_from_ = drag_to_ = event->position();
    if (drag_ == Drag::mark)
        editor_.begin(*editor_.grip_at(drag_from_, viewport_->transform(size())), drag_from_);
    show_cursor(event->position());
    update();
}

void HeatmapView::mouseMoveEvent(QMouseEvent* event) {
    if (drag_ == Drag::pan)
        viewport_->pan(event->position() - drag_to_, size());
    else if (drag_ == Drag::divider)
        set_divider(event->position().x() / std::max(1, width()));
    drag_to_ = event->position();
    if (drag_ == Drag::mark) editor_.drag_to(drag_to_, viewport_->transform(size()), figure_.photo->size());
    if (drag_ == Drag::box || drag_ == Drag::point || drag_ == Drag::mark || !corners_.isEmpty()) update();
    show_cursor(event->position());
    std::optional<QPointF> place;
    if (pixel_at(event->position())) place = viewport_->transform(size()).inverted().map(event->position());
    Q_EMIT pointer_moved(place);
}

void HeatmapView::mouseReleaseEvent(QMouseEvent* event) {
    const Drag ended = std::exchange(drag_, Drag::none);
    drag_to_ = event->position();
    show_cursor(event->position());
    update();
    if (tool_ == CanvasTool::mark_polygon && ended == Drag::none && event->button() == Qt::LeftButton)
        return add_corner(drag_to_);
    if (ended == Drag::mark || (ended == Drag::pan && event->button() == Qt::LeftButton && !space_held_))
        return end_mark(drag_to_);
    if (ended == Drag::point) {
        if (const auto pixel = pixel_at(drag_to_)) Q_EMIT point_marked(*pixel);
    } else if (ended == Drag::box) {
        const QPointF moved = drag_to_ - drag_from_;
        const bool meant = std::abs(moved.x()) >= min_box_drag && std::abs(moved.y()) >= min_box_drag;
        const QRect box = dragged_box();
        if (meant && !box.isEmpty()) Q_EMIT box_marked(box);
    }
}

void HeatmapView::end_mark(QPointF position) {
    const int held = editor_.dragging() ? editor_.selected() : -1;
    if (const auto changed = editor_.end()) {
        Q_EMIT mark_selected(held);
        return Q_EMIT mark_changed(held, *changed);
    }
    // A click selects; next to all marks it selects none.
    const QPointF moved = position - drag_from_;
    if (std::abs(moved.x()) >= min_box_drag || std::abs(moved.y()) >= min_box_drag) return;
    const int clicked = held >= 0 ? held : editor_.mark_at(position, viewport_->transform(size()));
    if (clicked >= 0 || editor_.has_selection()) Q_EMIT mark_selected(clicked);
}

void HeatmapView::add_corner(QPointF position) {
    const auto pixel = pixel_at(position);
    if (!pixel) return;
    if (corners_.size() > 2) {
        const QPointF first = viewport_->transform(size()).map(QPointF(corners_.front()) + QPointF(0.5, 0.5));
        if (QLineF(first, position).length() <= 2 * divider_grip) return close_polygon();
    }
    if (corners_.isEmpty() || corners_.back() != *pixel) corners_ << *pixel;
    update();
}

void HeatmapView::close_polygon() {
    const QVector<QPoint> corners = std::exchange(corners_, {});
    update();
    if (corners.size() > 2) Q_EMIT polygon_marked(corners);
}

/// Of the polygon being drawn, or of the selected mark.
bool HeatmapView::press_mark_key(int key) {
    if (!corners_.isEmpty()) {
        if (key == Qt::Key_Backspace || key == Qt::Key_Delete) corners_.removeLast();
        if (key == Qt::Key_Escape) corners_.clear();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) close_polygon();
        update();
        return true;
    }
    const bool removes = key == Qt::Key_Backspace || key == Qt::Key_Delete;
    if (removes && editor_.has_selection()) Q_EMIT mark_removed(editor_.selected());
    return removes;
}

void HeatmapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!corners_.isEmpty() && event->button() == Qt::LeftButton) return close_polygon();
    const auto grip = editor_.grip_at(event->position(), viewport_->transform(size()));
    if (grip && tool_ == CanvasTool::pan) return mousePressEvent(event);
    if (event->button() == Qt::LeftButton && tool_ == CanvasTool::pan && !over_divider(event->position()))
        Q_EMIT double_clicked();
    else
        mousePressEvent(event);
}

bool HeatmapView::event(QEvent* event) {
    // During a drag, Escape cancels the drag even if it is a shortcut.
    if (event->type() == QEvent::ShortcutOverride && (drag_ != Drag::none || !corners_.isEmpty()) &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HeatmapView::keyPressEvent(QKeyEvent* event) {
    const bool moves_divider = figure_.other && event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
        case Qt::Key_Left:
            return moves_divider ? set_divider(divider_ - divider_step)
                                 : viewport_->pan({key_step, 0}, size());
        case Qt::Key_Right:
            return moves_divider ? set_divider(divider_ + divider_step)
                                 : viewport_->pan({-key_step, 0}, size());
        case Qt::Key_Up:
            return viewport_->pan({0, key_step}, size());
        case Qt::Key_Down:
            return viewport_->pan({0, -key_step}, size());
        case Qt::Key_Space:
            space_held_ = true;
            return show_cursor(mapFromGlobal(QCursor::pos()));
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!press_mark_key(event->key())) break;
            return;
        case Qt::Key_Escape:
            if (!corners_.isEmpty()) return static_cast<void>(press_mark_key(event->key()));
            if (drag_ == Drag::none) break;
            cancel_drag();
            return show_cursor(drag_to_);
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

void HeatmapView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return QWidget::keyReleaseEvent(event);
    space_held_ = false;
    show_cursor(mapFromGlobal(QCursor::pos()));
}

void HeatmapView::focusOutEvent(QFocusEvent* event) {
    // The key release will go to another widget.
    space_held_ = false;
    QWidget::focusOutEvent(event);
}

void HeatmapView::leaveEvent(QEvent*) {
    Q_EMIT pointer_moved({});
}

void HeatmapView::resizeEvent(QResizeEvent*) {
    redraw();
}

void HeatmapView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) redraw();
    QWidget::changeEvent(event);
}

}  // namespace gbs::widgets
