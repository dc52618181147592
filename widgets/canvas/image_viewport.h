// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointF>
#include <QSize>
#include <QTransform>

namespace gbs::widgets {

/// Zoom and pan of one photo, shared by all tiles that show it. Scales are in logical pixels per photo pixel.
class ImageViewport : public QObject {
    Q_OBJECT

 public:
    explicit ImageViewport(QObject* parent = nullptr) : QObject(parent) {}

    QSize photo_size() const { return photo_; }
    /// Keeps zoom and center if the size is unchanged. Otherwise fits the photo or, with
    /// set_keeps_zoom(true), keeps the scale and the relative center.
    void set_photo_size(QSize photo);
    bool keeps_zoom() const { return keeps_zoom_; }
    void set_keeps_zoom(bool keeps) { keeps_zoom_ = keeps; }

    bool fits() const { return fits_; }
    double scale(QSizeF tile) const;
    /// Maps continuous photo pixels to logical pixels of a tile of that size.
    QTransform transform(QSizeF tile) const;

    void fit();
    /// Changes the scale around the center of the view.
    void set_scale(double scale);
    /// Multiplies the scale and keeps the point under `at` fixed.
    void zoom(double factor, QPointF at, QSizeF tile);
    /// Sets the scale and the center, in photo pixels.
    void look(double scale, QPointF center);
    QPointF center() const { return center_; }  ///< in photo pixels
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
