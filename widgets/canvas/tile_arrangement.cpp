// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/tile_arrangement.h"

#include <algorithm>

namespace gbs::widgets {

namespace {

/// Equal tiles are easier to compare: one large tile must show this much more.
constexpr double worth = 1.3;

/// The area of the photo fitted into a tile.
double shown_area(QSizeF photo, QSizeF tile, QSizeF around) {
    const double scale = std::min((tile.width() - around.width()) / photo.width(),
                                  (tile.height() - around.height()) / photo.height());
    return scale > 0 ? scale * scale * photo.width() * photo.height() : 0;
}

}  // namespace

TileArrangement arrange_tiles(int count, QSizeF photo, QSizeF area, QSizeF around, bool may_enlarge) {
    if (count < 2 || photo.isEmpty()) return TileArrangement::row;
    const double w = area.width(), h = area.height();
    const auto shown = [&](double tile_width, double tile_height) {
        return shown_area(photo, {tile_width, tile_height}, around);
    };
    const double row = count * shown(w / count, h), column = count * shown(w, h / count);
    const double equal = std::max(row, column);
    const TileArrangement best = column > row ? TileArrangement::column : TileArrangement::row;
    if (count != 3 || !may_enlarge) return best;
    const double above = shown(w, large_share * h) + 2 * shown(w / 2, (1 - large_share) * h);
    const double before = shown(large_share * w, h) + 2 * shown((1 - large_share) * w, h / 2);
    if (std::max(above, before) < worth * equal) return best;
    return above > before ? TileArrangement::last_above : TileArrangement::last_before;
}

}  // namespace gbs::widgets
