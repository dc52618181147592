// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPainter>
#include <vector>

namespace gbs::widgets {

/// A photo at full size and at halved sizes, so that drawing costs what the screen has, not what the photo
/// has. Building it is work for another thread; it never changes afterwards.
class PhotoPyramid {
 public:
    explicit PhotoPyramid(QImage full);

    QSize size() const { return levels_.front().size(); }
    const QImage& full() const { return levels_.front(); }
    std::size_t level_count() const { return levels_.size(); }
    /// The smallest level that still has a pixel for every device pixel; `scale` is device pixels a photo
    /// pixel. Level k is 2^k times smaller, rounded up.
    const QImage& level_for(double scale) const { return levels_[level_index(scale)]; }
    /// Draws the part of the photo that `area` (device pixels of a painter without transform) shows.
    void draw(QPainter& painter, const QRectF& area, const QTransform& to_device) const;

 private:
    std::size_t level_index(double scale) const;

    std::vector<QImage> levels_;
};

}  // namespace gbs::widgets
