// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointF>
#include <QSize>
#include <QTransform>

namespace gbs::widgets {

/// Zoom and pan over one photo, shared by every tile that shows it. Scales are logical screen pixels a photo
/// pixel.
class ImageViewport : public QObject {
    Q_OBJECT

 public:
    explicit ImageViewport(QObject* parent = nullptr) : QObject(parent) {}

    QSize photo_size() const { return photo_; }
    /// A photo of the same size keeps zoom and place. One of another size is fitted, or, where the zoom is to
    /// be kept, seen at the same scale around the place at the same share of its width and height.
    void set_photo_size(QSize photo);
    bool keeps_zoom() const { return keeps_zoom_; }
    void set_keeps_zoom(bool keeps) { keeps_zoom_ = keeps; }

    bool fits() const { return fits_; }
    double scale(QSizeF tile) const;
    /// Photo pixels (continuous) to logical pixels of a tile of that size.
    QTransform transform(QSizeF tile) const;

    void fit();
    /// `scale` around the middle of what is seen.
    void set_scale(double scale);
    /// Multiplies the scale; what lies under `at` stays there.
    void zoom(double factor, QPointF at, QSizeF tile);
    /// That scale, with that place (photo pixels) in the middle.
    void look(double scale, QPointF center);
    QPointF center() const { return center_; }  ///< the place in the middle, in photo pixels
    /// Moves the photo by `delta` logical pixels.
    void pan(QPointF delta, QSizeF tile);

 Q_SIGNALS:
    void changed();

 private:
    double fit_scale(QSizeF tile) const;
    void look_at(QPointF center);

    QSize photo_;
    bool fits_ = true;
    bool keeps_zoom_ = false;
    double scale_ = 1;
    QPointF center_;  ///< in photo pixels
};

}  // namespace gbs::widgets
