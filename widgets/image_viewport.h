#pragma once

#include <QObject>
#include <QPointF>
#include <QSize>
#include <QTransform>

namespace gbs {

/// Zoom and pan over one photo, shared by every tile that shows it. Scales are logical screen pixels a photo
/// pixel.
class ImageViewport : public QObject {
    Q_OBJECT

 public:
    explicit ImageViewport(QObject* parent = nullptr) : QObject(parent) {}

    QSize photo_size() const { return photo_; }
    /// A photo of another size is fitted; one of the same size keeps zoom and place.
    void set_photo_size(QSize photo);

    bool fits() const { return fits_; }
    double scale(QSizeF tile) const;
    /// Photo pixels (continuous) to logical pixels of a tile of that size.
    QTransform transform(QSizeF tile) const;

    void fit();
    /// `scale` around the middle of what is seen.
    void set_scale(double scale);
    /// Multiplies the scale; what lies under `at` stays there.
    void zoom(double factor, QPointF at, QSizeF tile);
    /// Moves the photo by `delta` logical pixels.
    void pan(QPointF delta, QSizeF tile);

 Q_SIGNALS:
    void changed();

 private:
    double fit_scale(QSizeF tile) const;
    void look_at(QPointF center);

    QSize photo_;
    bool fits_ = true;
    double scale_ = 1;
    QPointF center_;  ///< in photo pixels
};

}  // namespace gbs
