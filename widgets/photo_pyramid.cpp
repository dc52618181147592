#include "widgets/photo_pyramid.h"

#include <algorithm>
#include <cmath>

namespace gbs {

namespace {

constexpr int smallest_side = 512;

/// Above this many device pixels a photo pixel, single pixels are shown as they are.
constexpr double crisp_scale = 4;

}  // namespace

PhotoPyramid::PhotoPyramid(QImage full) {
    levels_.push_back(std::move(full));
    while (std::max(levels_.back().width(), levels_.back().height()) > 2 * smallest_side) {
        const QImage& larger = levels_.back();
        const QSize half{std::max(1, larger.width() / 2), std::max(1, larger.height() / 2)};
        levels_.push_back(larger.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                              .convertToFormat(QImage::Format_RGB32));
    }
}

const QImage& PhotoPyramid::level_for(double scale) const {
    std::size_t level = 0;
    while (level + 1 < levels_.size() && levels_[level + 1].width() >= scale * size().width()) ++level;
    return levels_[level];
}

void PhotoPyramid::draw(QPainter& painter, const QRectF& area, const QTransform& to_device) const {
    const QRectF photo(QPointF(0, 0), QSizeF(size()));
    // Whole photo pixels, one more on each side, so that the edges of the part do not shift while panning.
    QRectF part = to_device.inverted().mapRect(area).adjusted(-2, -2, 2, 2) & photo;
    if (part.isEmpty()) return;
    part = QRectF(QPointF(std::floor(part.left()), std::floor(part.top())),
                  QPointF(std::ceil(part.right()), std::ceil(part.bottom()))) &
           photo;
    const QImage& level = level_for(to_device.m11());
    const double fx = static_cast<double>(level.width()) / size().width();
    const double fy = static_cast<double>(level.height()) / size().height();
    const QRectF source(part.x() * fx, part.y() * fy, part.width() * fx, part.height() * fy);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, to_device.m11() < crisp_scale);
    painter.drawImage(to_device.mapRect(part), level, source);
}

}  // namespace gbs
