// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSizeF>

namespace gbs::widgets {

/// How the tiles of the canvas share its area.
enum class TileArrangement {
    row,
    column,
    last_above,  ///< the last of three is large, above the other two
    last_before  ///< the last of three is large, next to the other two
};

/// The share of the area that a large tile has.
constexpr double large_share = 0.62;

/// The arrangement that shows most of the photos: that in which their areas add up to the most. With `may_enlarge`,
/// the last of three is larger than the others if that gains much, as with wide photos in a high window. `around` is what a tile has
/// around its photo.
TileArrangement arrange_tiles(int count, QSizeF photo, QSizeF area, QSizeF around, bool may_enlarge);

}  // namespace gbs::widgets
