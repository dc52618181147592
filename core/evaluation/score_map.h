// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/data/phrase_query.h"
#include "core/evaluation/unit_result.h"
#include "core/image/heatmap.h"

namespace gbs {

/// What is measured of each map besides the pointing game, which is fast by itself.
enum class ExtraMeasures { none, all };

/// Scores a map, of any size, for the phrase of an image. `plateau`: its maximum may be an area, whose centroid counts.
MapScore score_map(const Heatmap& map, bool plateau, const PhraseQuery& target, ExtraMeasures extra);

}  // namespace gbs
