#pragma once

#include <QImage>
#include <QPoint>
#include <QSize>
#include <QString>
#include <QTransform>
#include <QVector>

#include "widgets/color_map.h"

namespace gbs {

/// Where the ends of the colour map lie.
enum class Limits {
    unit,    ///< 0 and 1: colours mean the same on every photo
    per_map  ///< the map's own lowest and highest value: a stretch, which the colour bar admits to
};

/// How a layer is drawn.
struct LayerStyle {
    bool visible = true;
    double opacity = 0.6;  ///< 0 = photo alone, 1 = map alone
    ColorMap color_map = ColorMap::viridis;
    Limits limits = Limits::unit;
    bool fade_low = false;  ///< the lower a value, the more of the photo shows through

    bool operator==(const LayerStyle&) const = default;
};

/// A map of scores over a photo: plain values and what is known of them. Its grid is usually much coarser
/// than the photo; it is read bilinearly with half-pixel centres and clamped edges.
struct HeatmapLayer {
    QString name;           ///< short, as in the paper: "GbS", "i2t", "mean"
    QSize grid;             ///< columns and rows of `values`
    QVector<float> values;  ///< row-major, in [0, 1]
    QPoint peak;            ///< the first maximum, in pixels of the photo
    float peak_value = 0;
    float lowest = 0;   ///< of the map on the photo
    float highest = 0;  ///< of the map on the photo

    bool empty() const { return values.isEmpty(); }
};

/// The ends of the colour map for this layer.
struct ValueRange {
    float low = 0;
    float high = 1;
};
ValueRange display_range(const HeatmapLayer& layer, Limits limits);

/// The value at the centre of `pixel` of a photo of size `photo`.
float value_at(const HeatmapLayer& layer, QSize photo, QPoint pixel);

/// The layer's colours on a raster of `size` device pixels, where `to_photo` (scale and translation only)
/// brings device pixels to photo pixels. Premultiplied; outside the photo transparent. Opacity is included.
QImage render_layer(const HeatmapLayer& layer, const LayerStyle& style, QSize photo, QSize size,
                    const QTransform& to_photo);

}  // namespace gbs
