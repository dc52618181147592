// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPoint>
#include <QSize>
#include <QString>
#include <QTransform>
#include <QVector>
#include <optional>
#include <vector>

#include "widgets/maps/color_map.h"

namespace gbs::widgets {

/// What a layer shows. The maps come first.
enum class LayerKind { gbs, i2t, mean, detector, combined, phrases, truth, peak };
constexpr bool is_map(LayerKind kind) {
    return kind <= LayerKind::combined;
}

/// Where the ends of the colour map lie.
enum class Limits {
    unit,     ///< 0 and 1: colours mean the same on every photo
    per_map,  ///< the map's own lowest and highest value: a stretch, which the colour bar admits to
    shared,   ///< the lowest and the highest value of all maps that are shown: the same stretch for all
    typed     ///< what a person typed
};

/// Values from `low` to `high`; high > low.
struct ValueRange {
    float low = 0;
    float high = 1;

    bool operator==(const ValueRange&) const = default;
};

/// How a layer is drawn.
struct LayerStyle {
    bool visible = true;
    double opacity = 0.6;  ///< 0 = photo alone, 1 = map alone
    ColorMap color_map = ColorMap::viridis;
    Limits limits = Limits::unit;
    ValueRange typed;                ///< the ends of Limits::typed
    bool fade_low = false;           ///< the lower a value, the more of the photo shows through
    std::optional<float> threshold;  ///< the region of this value and more is outlined

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

/// The ends of the colours for this layer; `shared` is what Limits::shared means.
ValueRange display_range(const HeatmapLayer& layer, const LayerStyle& style, ValueRange shared = {});

/// The values of a layer at the crossings of columns and rows of photo positions (continuous: the centre of
/// pixel 0 is 0.5), row by row. Bilinear work is done once an axis.
class LayerSampler {
 public:
    /// Column i lies at offset + i * step.
    LayerSampler(const HeatmapLayer& layer, QSize photo, int columns, double offset, double step);

    int column_count() const { return static_cast<int>(columns_.size()); }
    /// Whether column `i` lies on the photo.
    bool inside(int i) const { return columns_[static_cast<std::size_t>(i)].inside; }
    /// Writes column_count() values of the row at `y` to `target`; returns whether it lies on the photo.
    bool read_row(double y, float* target);

 private:
    struct Tap {
        int first = 0;
        int second = 0;
        float weight = 0;  ///< of the second
        bool inside = false;
    };
    static Tap tap_at(double position, int photo, int cells);

    const HeatmapLayer& layer_;
    QSize photo_;
    std::vector<Tap> columns_;
    std::vector<float> row_;  ///< two rows of the grid, mixed
};

/// The value at the centre of `pixel` of a photo of size `photo`.
float value_at(const HeatmapLayer& layer, QSize photo, QPoint pixel);

/// The layer's colours between the ends of `range` on a raster of `size` device pixels, where `to_photo`
/// (scale and translation only) brings device pixels to photo pixels. Premultiplied; outside the photo
/// transparent. Opacity is included.
QImage render_layer(const HeatmapLayer& layer, const LayerStyle& style, ValueRange range, QSize photo,
                    QSize size, const QTransform& to_photo);

}  // namespace gbs::widgets
