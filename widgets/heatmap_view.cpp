#include "widgets/heatmap_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>
#include <utility>

namespace gbs {

HeatmapView::HeatmapView(ImageViewport* viewport, QWidget* parent) : QWidget(parent), viewport_(viewport) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(viewport_, &ImageViewport::changed, this, &HeatmapView::redraw);
}

void HeatmapView::set_photo(std::shared_ptr<const PhotoPyramid> photo) {
    photo_ = std::move(photo);
    redraw();
}

void HeatmapView::set_layer(const HeatmapLayer& layer) {
    layer_ = layer;
    redraw();
}

void HeatmapView::set_style(const LayerStyle& style) {
    if (style == style_) return;
    style_ = style;
    redraw();
}

void HeatmapView::set_peak_shown(bool shown) {
    peak_shown_ = shown;
    update();
}

void HeatmapView::set_marks(std::vector<PeakMark> marks) {
    marks_ = std::move(marks);
    update();
}

void HeatmapView::set_linked_pointer(std::optional<QPointF> place) {
    linked_pointer_ = place;
    update();
}

std::optional<QPoint> HeatmapView::pixel_at(QPointF position) const {
    if (!photo_) return {};
    const QPointF place = viewport_->transform(size()).inverted().map(position);
    const QPoint pixel(static_cast<int>(std::floor(place.x())), static_cast<int>(std::floor(place.y())));
    if (!QRect(QPoint(0, 0), photo_->size()).contains(pixel)) return {};
    return pixel;
}

QPointF HeatmapView::position_of(QPoint pixel) const {
    return viewport_->transform(size()).map(QPointF(pixel) + QPointF(0.5, 0.5));
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
    if (photo_) {
        QPainter painter(&composed_);
        const QTransform to_device = device_transform();
        photo_->draw(painter, QRectF(QPointF(0, 0), QSizeF(device)), to_device);
        if (!layer_.empty() && style_.visible)
            painter.drawImage(0, 0,
                              render_layer(layer_, style_, photo_->size(), device, to_device.inverted()));
    }
    composed_.setDevicePixelRatio(devicePixelRatioF());
}

void HeatmapView::paintEvent(QPaintEvent*) {
    const QSize device = (QSizeF(size()) * devicePixelRatioF()).toSize();
    if (composed_.isNull() || composed_.size() != device) compose();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), composed_);
    if (!photo_) return;
    painter.setRenderHint(QPainter::Antialiasing);
    draw_marks(painter);
    if (peak_shown_ && !layer_.empty() && style_.visible) draw_peak(painter);
    if (linked_pointer_) draw_linked_pointer(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void HeatmapView::draw_peak(QPainter& painter) const {
    const QPointF center = position_of(layer_.peak);
    // White inside black is seen on any colour.
    for (const auto& [color, width] :
         {std::pair{QColor(0, 0, 0, 200), 4.0}, std::pair{QColor(Qt::white), 1.8}}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawEllipse(center, 8, 8);
        for (const QPointF direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(center + direction * 8, center + direction * 13);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawEllipse(center, 2.4, 2.4);
    painter.setBrush(Qt::white);
    painter.drawEllipse(center, 1.3, 1.3);
    painter.setBrush(Qt::NoBrush);
}

void HeatmapView::draw_marks(QPainter& painter) const {
    for (const PeakMark& mark : marks_) {
        const QPointF center = position_of(mark.pixel);
        painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
        painter.setBrush(Qt::white);
        painter.drawEllipse(center, 6, 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark.color);
        painter.drawEllipse(center, 4.2, 4.2);
    }
    painter.setBrush(Qt::NoBrush);
}

void HeatmapView::draw_linked_pointer(QPainter& painter) const {
    const QPointF center = viewport_->transform(size()).map(*linked_pointer_);
    for (const auto& [color, width] :
         {std::pair{QColor(0, 0, 0, 160), 3.0}, std::pair{QColor(Qt::white), 1.0}}) {
        painter.setPen(QPen(color, width));
        painter.drawLine(center - QPointF(6, 0), center + QPointF(6, 0));
        painter.drawLine(center - QPointF(0, 6), center + QPointF(0, 6));
    }
}

void HeatmapView::wheelEvent(QWheelEvent* event) {
    viewport_->zoom(std::pow(1.2, event->angleDelta().y() / 120.0), event->position(), size());
    event->accept();
}

void HeatmapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    dragging_ = true;
    drag_from_ = event->position();
    if (photo_) setCursor(Qt::ClosedHandCursor);
}

void HeatmapView::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_) {
        viewport_->pan(event->position() - drag_from_, size());
        drag_from_ = event->position();
    }
    std::optional<QPointF> place;
    if (pixel_at(event->position())) place = viewport_->transform(size()).inverted().map(event->position());
    Q_EMIT pointer_moved(place);
}

void HeatmapView::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
    unsetCursor();
}

void HeatmapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) Q_EMIT double_clicked();
}

void HeatmapView::keyPressEvent(QKeyEvent* event) {
    const double step = 40;
    switch (event->key()) {
        case Qt::Key_Left:
            return viewport_->pan({step, 0}, size());
        case Qt::Key_Right:
            return viewport_->pan({-step, 0}, size());
        case Qt::Key_Up:
            return viewport_->pan({0, step}, size());
        case Qt::Key_Down:
            return viewport_->pan({0, -step}, size());
        default:
            QWidget::keyPressEvent(event);
    }
}

void HeatmapView::leaveEvent(QEvent*) {
    Q_EMIT pointer_moved({});
}

void HeatmapView::resizeEvent(QResizeEvent*) {
    redraw();
}

}  // namespace gbs
