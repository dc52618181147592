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

#include "core/base/team.h"
#include "core/base/work_token.h"
#include "core/evaluation/map_sources.h"
#include "core/evaluation/pointing_protocols.h"
#include "core/evaluation/score_map.h"
#include "core/evaluation/unit_result.h"
#include "core/image/heatmap.h"

namespace gbs {

class PhotoShapes;
struct Workers;

/// Scores the maps of several sources on the same units: if one source has no map for a unit, the unit is
/// skipped for all.
class BenchmarkRun {
 public:
    /// `ensembles` are names of the sources' maps joined by "+", such as "mean+detector": their geometric
    /// mean at the size of the image (core/detector/ensemble.h).
    /// Throws Error for an unknown or duplicate name.
    explicit BenchmarkRun(std::vector<std::shared_ptr<MapSource>> sources,
                          const std::vector<std::string>& ensembles = {},
                          ExtraMeasures measures = ExtraMeasures::all);

    /// The maps of the sources, then the ensembles.
    const std::vector<std::string>& names() const { return names_; }
    const std::vector<std::shared_ptr<MapSource>>& sources() const { return sources_; }

    using FindPhoto = std::function<std::optional<std::filesystem::path>(const std::string& image)>;

    /// Scores the units of one image together, several images at a time if all sources are concurrent; `photo` is then
    /// called by several threads. `take` gets every unit once in the calling thread, images in the order of their first
    /// unit, whatever the number of threads. The first `already` units are skipped (a resumed run).
    /// `progress(done, total)` counts units. Returns warnings, each kind once: what was scored although it does not
    /// fit. While `token` is paused, no further image is begun. Throws Cancelled. The processes of a `team` share the images; all that is called or returned is on rank 0.
    std::vector<std::string> run(std::span<const PointingUnit> units, const FindPhoto& photo,
                                 const std::function<void(UnitResult&&)>& take, std::size_t already = 0,
                                 const std::function<void(std::size_t, std::size_t)>& progress = {},
                                 const WorkToken& token = {}, Team& team = alone()) const;

    /// Every map of one unit at the size of its image, in the order of `names`; empty if a source has none.
    /// Throws Error if the image cannot be used.
    std::vector<Heatmap> make_maps(const PointingUnit& unit, const FindPhoto& photo,
                                   std::stop_token stop = {}) const;

 private:
    struct Recipe {
        std::vector<std::size_t> members;  ///< indices of the sources' maps
        bool plateau;
    };
    struct Group;
    struct ImageMaps;

    static std::vector<Group> group_by_image(std::span<const PointingUnit> units);
    static std::string describe_work(std::span<const Group> groups, std::size_t already);
    Workers workers(std::size_t images) const;
    bool needs_photo() const;
    MapRequest make_request(const Group& group, const FindPhoto& photo) const;
    ImageMaps request_maps(const Group& group, const MapRequest& request, PhotoShapes& shapes,
                           const std::stop_token& stop) const;
    void keep_maps(const MapRequest& request, const ImageMaps& image) const;
    std::vector<Heatmap> collect_maps(const PointingUnit& unit, const ImageMaps& image, bool full_size,
                                      std::string& failure) const;
    UnitResult score(const PointingUnit& unit, const ImageMaps& image) const;
    std::vector<std::string> collect_warnings(const PhotoShapes& shapes, Team& team) const;

    std::vector<std::shared_ptr<MapSource>> sources_;
    std::vector<std::string> names_;
    std::vector<Recipe> recipes_;
    ExtraMeasures measures_;
};

}  // namespace gbs
