// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPoint>
#include <QSize>
#include <QString>
#include <QTransform>
#include <QVector>
#include <vector>

#include "core/image/map_look.h"
#include "widgets/maps/color_map.h"

namespace gbs::widgets {

/// The kinds of layers; maps come first.
enum class LayerKind { gbs, i2t, mean, detector, combined, phrases, truth, peak };
constexpr bool is_map(LayerKind kind) {
    return kind <= LayerKind::combined;
}

using gbs::Limits;
using gbs::ValueRange;

/// How the colors of a map meet what is below them.
enum class BlendMode { normal, multiply, screen, overlay };

/// How a layer is drawn.
struct LayerStyle : MapLook {
    bool visible = true;
    BlendMode blend = BlendMode::normal;

    bool operator==(const LayerStyle&) const = default;
};

/// A map of scores over a photo. Its grid is usually much coarser than the photo; values are interpolated
/// bilinearly with half-pixel centers and clamped edges.
struct HeatmapLayer {
    QString name;           ///< short, as in the paper: "GbS", "i2t", "mean"
    QSize grid;             ///< columns and rows of `values`
    QVector<float> values;  ///< row-major, in [0, 1]
    QPoint peak;            ///< the first maximum, in photo pixels
    float peak_value = 0;
    float lowest = 0;   ///< minimum at photo resolution
    float highest = 0;  ///< maximum at photo resolution: the value of the peak

    bool empty() const { return values.isEmpty(); }
};

/// The values at the ends of the color map; `shared` is the range for Limits::shared.
ValueRange display_range(const HeatmapLayer& layer, const MapLook& look, ValueRange shared = {});

/// Samples a layer row by row on a lattice of continuous photo positions (the center of pixel 0 is 0.5). The
/// bilinear weights are computed once per column.
class LayerSampler {
 public:
    /// Column i is at x = offset + i * step.
    LayerSampler(const HeatmapLayer& layer, QSize photo, int columns, double offset, double step);

    /// Whether column `i` is on the photo.
    bool inside(int i) const { return columns_[static_cast<std::size_t>(i)].inside; }
    /// Writes one value per column of the row at `y` to `target`. Returns whether the row is on the photo.
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
    std::vector<float> row_;  ///< two grid rows, interpolated
};

/// The value at the center of a pixel of a photo of size `photo`.
float value_at(const HeatmapLayer& layer, QSize photo, QPoint pixel);

/// Renders the layer with the color map over `range` on `size` device pixels. `to_photo` (scale and
/// translation only) maps device pixels to photo pixels. The result is premultiplied, includes the opacity,
/// and is transparent outside the photo.
QImage render_layer(const HeatmapLayer& layer, const LayerStyle& style, ValueRange range, QSize photo,
                    QSize size, const QTransform& to_photo);

}  // namespace gbs::widgets
