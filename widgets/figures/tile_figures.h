// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/figures/canvas_content.h"
#include "widgets/maps/layer_stack.h"

namespace gbs::widgets {

/// The phrases as colors for one photo; see color_phrases().
struct PhraseColors {
    QImage image;
    std::vector<LegendEntry> legend;
    int left_out = 0;
};

/// How A and B share the canvas; C has a tile of its own.
enum class SideLayout {
    beside,
    swiped  ///< in one tile with a divider
};

/// The tiles of a view in reading order.
std::vector<TileFigure> tile_figures(CanvasView view, SideLayout sides, const CanvasContent& content,
                                     const LayerStack& stack, std::shared_ptr<const PhotoPyramid> photo,
                                     const PhraseColors& phrases);

}  // namespace gbs::widgets
