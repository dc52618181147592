// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPoint>
#include <QRectF>
#include <QString>
#include <array>
#include <limits>
#include <optional>
#include <vector>

#include "widgets/figures/canvas_figure.h"
#include "widgets/figures/canvas_views.h"
#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// The three maps of one phrase, as plain values; empty until there is a result.
struct PhraseLayers {
    HeatmapLayer gbs, i2t, mean;
    std::optional<float> strength{};  ///< core/image/strength_level.h; nothing if the model does not know
};

/// One of the sources that A, B and C compare.
struct CanvasSide {
    QString title;  ///< plain text: a model, a phrase or another method
    PhraseLayers layers{};
    /// The one map of another method, in place of `layers`; it looks as the topmost map of the models does. Empty until
    /// there is a result.
    std::optional<HeatmapLayer> map{};
    QString note{};             ///< plain text in place of the names of the maps, such as why there is none
    HeatmapLayer combined{};    ///< geometric mean of its mean map and the detector map
    bool other_phrase = false;  ///< boxes and places of the shown phrase are not its own
};

struct CanvasBox {
    QRectF rect;  ///< in continuous photo pixels
    QString label;
    float score = std::numeric_limits<float>::quiet_NaN();  ///< NaN if unknown
    QPolygonF polygon{};  ///< drawn instead of the rectangle around it; may be empty
};

/// A phrase in the view of phrases as colors, with the map that competes for the pixels.
struct ColoredPhrase {
    QString phrase;
    QColor color;
    HeatmapLayer layer;
    QString letter{};  ///< in the list of phrases
};

/// Everything shown over a photo, as plain values. Unknown parts stay empty.
struct CanvasContent {
    QString phrase;                 ///< the title; empty: none
    PhraseLayers layers;            ///< of the current phrase
    std::vector<CanvasSide> sides;  ///< A, B and C; a view shows the first ones
    HeatmapLayer detector;          ///< the detector's boxes as a map
    HeatmapLayer combined;          ///< geometric mean of the mean map and the detector map
    QString detector_note;          ///< what the detector found for the phrase, in a few words; may be empty
    std::vector<CanvasBox> detector_boxes;
    std::vector<CanvasBox> truth_boxes;  ///< from the data set
    std::vector<CanvasBox> drawn_boxes;  ///< drawn by the user
    std::vector<QPoint> drawn_points;
    /// Peaks of other phrases, hovered or pinned, in the GbS, i2t and mean maps.
    std::array<std::vector<PeakMark>, 3> marks;
    std::vector<ColoredPhrase> phrases;
};

}  // namespace gbs::widgets
