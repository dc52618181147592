// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/figures/canvas_content.h"
#include "widgets/maps/layer_stack.h"

namespace gbs::widgets {

/// The phrases as colours, as they are made for a photo (phrase_colors.h).
struct PhraseColors {
    QImage image;
    std::vector<LegendEntry> legend;
    int left_out = 0;
};

/// How A and B share the canvas.
enum class SideLayout {
    beside,
    swiped  ///< one tile, a divider between them
};

/// What the tiles of a view show, in reading order.
std::vector<TileFigure> tile_figures(CanvasView view, SideLayout sides, const CanvasContent& content,
                                     const LayerStack& stack, std::shared_ptr<const PhotoPyramid> photo,
                                     const PhraseColors& phrases);

/// The arrangement whose visible layers count in that view.
Arrangement arrangement_of(CanvasView view);

}  // namespace gbs::widgets
