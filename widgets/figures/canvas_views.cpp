// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/canvas_views.h"

#include <algorithm>

namespace gbs::widgets {

namespace {

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < canvas_views.size(); ++i)
        if (static_cast<std::size_t>(canvas_views[i].view) != i) return false;
    return true;
}
static_assert(is_in_order(), "the rows of canvas_views must be in the order of CanvasView");

}  // namespace

const CanvasViewRow& find_row(CanvasView view) {
    return canvas_views[static_cast<std::size_t>(view)];
}

CanvasView parse_canvas_view(const QString& name) {
    for (const CanvasViewRow& row : canvas_views)
        if (name == QLatin1String(row.name)) return row.view;
    return canvas_views[0].view;
}

Arrangement arrangement_of(CanvasView view) {
    const TileContent content = find_row(view).content;
    return content == TileContent::maps || content == TileContent::separated ? Arrangement::apart
                                                                             : Arrangement::stacked;
}

bool compares_sides(CanvasView view) {
    return find_row(view).content == TileContent::sides;
}

std::optional<CanvasView> find_view_of_map(LayerKind map) {
    for (const CanvasViewRow& row : canvas_views)
        if (row.content == TileContent::maps && row.map_count() == 1 && row.maps[0] == map) return row.view;
    return std::nullopt;
}

}  // namespace gbs::widgets
