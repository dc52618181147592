// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPoint>
#include <QRectF>
#include <QString>
#include <array>
#include <limits>
#include <vector>

#include "widgets/figures/canvas_figure.h"
#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// The three layers of one phrase, as plain values; empty ones while there is no result.
struct PhraseLayers {
    HeatmapLayer gbs, i2t, mean;
};

/// Which tiles are shown.
enum class CanvasView {
    three_maps,
    gbs,
    i2t,
    mean,
    layers,    ///< all visible layers over each other in one tile
    sides,     ///< A and B, side by side or under a divider
    detector,  ///< mean, detector, both combined
    phrases    ///< each pixel in the colour of the phrase with the highest value
};

inline constexpr std::array all_canvas_views{CanvasView::three_maps, CanvasView::gbs,    CanvasView::i2t,
                                             CanvasView::mean,       CanvasView::layers, CanvasView::sides,
                                             CanvasView::detector,   CanvasView::phrases};

/// For settings; never translated. An unknown name gives the three maps.
QString canvas_view_name(CanvasView view);
CanvasView canvas_view_of(const QString& name);

/// One side of A|B.
struct CanvasSide {
    QString title;  ///< plain text: a model, a phrase
    PhraseLayers layers;
};

struct CanvasBox {
    QRectF rect;  ///< edges in photo pixels, continuous
    QString label;
    float score = std::numeric_limits<float>::quiet_NaN();  ///< NaN: none
};

/// A phrase of the view of phrases as colours, with the map that counts.
struct ColoredPhrase {
    QString phrase;
    QColor color;
    HeatmapLayer layer;
};

/// All that is to be seen over a photo, as plain values. What is not known stays empty.
struct CanvasContent {
    PhraseLayers layers;  ///< of the current phrase
    CanvasSide a, b;
    HeatmapLayer detector;  ///< the detector's boxes as a map
    HeatmapLayer combined;  ///< the mean and the detector together
    QString detector_note;  ///< what the detector knows of the phrase, in a few words; may be empty
    std::vector<CanvasBox> detector_boxes;
    std::vector<CanvasBox> truth_boxes;  ///< of the data set
    std::vector<CanvasBox> drawn_boxes;  ///< by a person
    std::vector<QPoint> drawn_points;
    /// Peaks of the other phrases: in GbS, in i2t, in the mean.
    std::array<std::vector<PeakMark>, 3> marks;
    std::vector<ColoredPhrase> phrases;
};

}  // namespace gbs::widgets
