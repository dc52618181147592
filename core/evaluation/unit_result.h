// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/evaluation/pointing_game.h"
#include "core/evaluation/pointing_protocols.h"
#include "core/image/heatmap.h"

namespace gbs {

/// The score of one map on one unit.
struct MapScore {
    Peak peak;                   ///< in 0-based pixels of the original image
    bool hit = false;            ///< the peak is inside a box
    bool silent = false;         ///< the map is constant: it points nowhere and misses
    double energy = 0;           ///< map_measures.h
    std::uint32_t box_hits = 0;  ///< map_measures.h
};

/// The scores of all maps on one unit.
struct UnitResult {
    PointingUnit unit;
    std::vector<MapScore> scores;  ///< in the order of BenchmarkRun::names; empty if the unit was skipped
    std::string skipped;           ///< the reason, or empty
    /// Only of masks, which are not in files of results.
    std::optional<Chance> masks_chance{};

    Chance chance() const { return masks_chance ? *masks_chance : find_chance(unit.target); }
};

/// The results without their units, for another process that has the units.
std::string pack_results(const std::vector<UnitResult>& results);
std::vector<UnitResult> unpack_results(const std::string& bytes, std::span<const PointingUnit* const> units);

}  // namespace gbs
