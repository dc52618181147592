// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/image_viewport.h"

#include <algorithm>

namespace gbs::widgets {

namespace {

constexpr double margin = 6;  ///< logical pixels around a fitted photo
constexpr double max_scale = 64;

}  // namespace

void ImageViewport::set_photo_size(QSize photo) {
    if (photo == photo_) return;
    if (keeps_zoom_ && !fits_ && !photo_.isEmpty() && !photo.isEmpty()) {
        center_ = QPointF(center_.x() * photo.width() / photo_.width(),
                          center_.y() * photo.height() / photo_.height());
    } else {
        fits_ = true;
        center_ = QPointF(photo.width() / 2.0, photo.height() / 2.0);
    }
    photo_ = photo;
    Q_EMIT changed();
}

double ImageViewport::fit_scale(QSizeF tile) const {
    if (photo_.isEmpty()) return 1;
    const double width = std::max(1.0, tile.width() - 2 * margin);
    const double height = std::max(1.0, tile.height() - 2 * margin);
    return std::min({width / photo_.width(), height / photo_.height(), max_scale});
}

double ImageViewport::scale(QSizeF tile) const {
    return fits_ ? fit_scale(tile) : scale_;
}

QTransform ImageViewport::transform(QSizeF tile) const {
    const double s = scale(tile);
    const QPointF center = fits_ ? QPointF(photo_.width() / 2.0, photo_.height() / 2.0) : center_;
    return QTransform(s, 0, 0, s, tile.width() / 2 - s * center.x(), tile.height() / 2 - s * center.y());
}

void ImageViewport::look_at(QPointF center) {
    center_ = QPointF(std::clamp(center.x(), 0.0, static_cast<double>(photo_.width())),
                      std::clamp(center.y(), 0.0, static_cast<double>(photo_.height())));
}

void ImageViewport::fit() {
    fits_ = true;
    look_at(QPointF(photo_.width() / 2.0, photo_.height() / 2.0));
    Q_EMIT changed();
}

void ImageViewport::set_scale(double scale) {
    fits_ = false;
    scale_ = std::clamp(scale, 1e-3, max_scale);
    Q_EMIT changed();
}

void ImageViewport::look(double scale, QPointF center) {
    look_at(center);
    set_scale(scale);
}

void ImageViewport::zoom(double factor, QPointF at, QSizeF tile) {
    if (photo_.isEmpty()) return;
    const QPointF anchor = transform(tile).inverted().map(at);
    // At least half the fitted size, so that the photo stays findable.
    const double smallest = std::min(0.5 * fit_scale(tile), 1.0);
    scale_ = std::clamp(scale(tile) * factor, smallest, max_scale);
    fits_ = false;
    look_at(anchor - (at - QPointF(tile.width() / 2, tile.height() / 2)) / scale_);
    Q_EMIT changed();
}

void ImageViewport::pan(QPointF delta, QSizeF tile) {
    if (photo_.isEmpty()) return;
    scale_ = scale(tile);
    fits_ = false;
    look_at(center_ - delta / scale_);
    Q_EMIT changed();
}

}  // namespace gbs::widgets
