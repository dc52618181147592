// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/evaluation/map_sources.h"
#include "core/evaluation/pointing_protocols.h"
#include "core/image/heatmap.h"

namespace gbs {

/// How one map did on one unit.
struct MapScore {
    Peak peak;                   ///< where it points, in 0-based pixels of the original image
    bool hit = false;            ///< whether that lies in a box
    bool silent = false;         ///< the map is zero everywhere, so it points nowhere and misses
    double energy = 0;           ///< map_measures.h
    std::uint32_t box_hits = 0;  ///< map_measures.h
};

/// What came out for one unit.
struct UnitResult {
    PointingUnit unit;
    std::vector<MapScore> scores;  ///< in the order of BenchmarkRun::names; empty where the unit was skipped
    std::string skipped;           ///< why, or empty
};

/// Scores sources of maps on units, all sources on the same units: where one of them has no map for a unit,
/// the unit is skipped for all.
class BenchmarkRun {
 public:
    /// `ensembles` name maps of the sources joined by "+", like "mean+detector": their geometric mean at the
    /// size of the image. Where the product is zero everywhere the first of them that is not takes its place.
    /// Throws Error for an unknown or doubled name.
    BenchmarkRun(std::vector<std::shared_ptr<MapSource>> sources,
                 const std::vector<std::string>& ensembles = {});

    /// All maps that are scored: those of the sources, then the ensembles.
    const std::vector<std::string>& names() const { return names_; }
    const std::vector<std::shared_ptr<MapSource>>& sources() const { return sources_; }

    using FindPhoto = std::function<std::optional<std::filesystem::path>(const std::string& image)>;

    /// Units of one image are scored together, images in the order of the units; `take` sees every unit once,
    /// in that order. The first `already` of them were taken before and are passed over (a resumed run).
    /// `progress(done, total)` counts units. Throws Cancelled.
    void run(std::span<const PointingUnit> units, const FindPhoto& photo,
             const std::function<void(UnitResult&&)>& take, std::size_t already = 0,
             const std::function<void(std::size_t, std::size_t)>& progress = {},
             std::stop_token stop = {}) const;

    /// Every map of one unit at the size of its image, by the order of `names`; empty ones where there is
    /// none. Throws Error where the image cannot be used.
    std::vector<Heatmap> maps_of(const PointingUnit& unit, const FindPhoto& photo,
                                 std::stop_token stop = {}) const;

 private:
    struct Recipe {
        std::vector<std::size_t> members;  ///< of the sources' maps
        bool plateau;
    };
    struct Answers;

    Answers ask(std::span<const PointingUnit* const> units, const FindPhoto& photo,
                const std::stop_token& stop) const;
    std::vector<Heatmap> full_maps(const PointingUnit& unit, const Answers& answers, std::string& why) const;
    UnitResult score(const PointingUnit& unit, const Answers& answers) const;

    std::vector<std::shared_ptr<MapSource>> sources_;
    std::vector<std::string> names_;
    std::vector<Recipe> recipes_;
};

/// The geometric mean of maps of one size, the n-th root of their product; where it is zero everywhere, the
/// first map that is not.
Heatmap geometric_mean_of(std::span<const Heatmap* const> maps);

}  // namespace gbs
