// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPainter>
#include <vector>

namespace gbs::widgets {

/// An image pyramid: the cost of drawing depends on the screen, not on the photo. Immutable. Build it in
/// a worker thread.
class PhotoPyramid {
 public:
    explicit PhotoPyramid(QImage full);

    QSize size() const { return levels_.front().size(); }
    /// The smallest level that still has a pixel for every device pixel; `scale` is device pixels a photo
    /// pixel. Level k is 2^k times smaller, rounded up.
    const QImage& level_for(double scale) const { return levels_[level_index(scale)]; }
    /// Draws the part of the photo inside `area`, in device pixels; the painter must have no transform.
    void draw(QPainter& painter, const QRectF& area, const QTransform& to_device) const;

 private:
    std::size_t level_index(double scale) const;

    std::vector<QImage> levels_;
};

}  // namespace gbs::widgets
