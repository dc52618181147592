// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "core/detector/detector_boxes.h"
#include "core/detector/detector_bridge.h"
#include "core/evaluation/heatmap_files.h"
#include "core/evaluation/phrase_wording.h"
#include "core/image/heatmap.h"
#include "core/model/grounding_session.h"

namespace gbs {

/// The phrases of one image to make maps of.
struct MapRequest {
    std::string image;                           ///< its name in the data set
    std::optional<std::filesystem::path> photo;  ///< its file, if it exists
    int width = 0;                               ///< of the original image, in whose pixels boxes are given
    int height = 0;
    std::span<const std::string> phrases;  ///< without duplicates
    PhraseWording wording{};  ///< of the texts that a model gets; boxes and files are listed by phrase
    std::size_t earlier = 0;  ///< phrases of the images that come before in the run
};

/// Why a phrase has no map.
struct MapFailure {
    std::string reason;
};
/// The map of a phrase, at any size, or the reason why there is none.
using MapResult = std::variant<Heatmap, MapFailure>;

/// Anything that makes maps of phrases: a model, a detector, files of another method.
class MapSource {
 public:
    virtual ~MapSource() = default;
    /// The names of its maps: {"gbs", "i2t", "mean"} for a model, a single one for a detector or without a decoder.
    virtual std::vector<std::string> names() const = 0;
    /// Whether it points at the center of its plateau (a detector) instead of its first maximum.
    virtual bool has_plateaus() const { return false; }
    virtual bool needs_photo() const { return false; }
    /// Whether it is a grounding model, whose mean map ensembles take.
    virtual bool is_model() const { return false; }
    /// Throws Error if its file does not tell apart two of the images that maps will be requested of.
    virtual void check_images(std::span<const std::string>) const {}
    /// Whether several threads may call `maps` and `keep` at the same time, for different images.
    virtual bool concurrent() const { return false; }
    /// By name, then by phrase. Throws Error if the image cannot be used, Cancelled.
    virtual std::vector<std::vector<MapResult>> maps(const MapRequest& request,
                                                     std::stop_token stop = {}) = 0;
    /// Gets what `maps` returned in a run. Throws Error if the run must end.
    virtual void keep(const MapRequest&, std::span<const std::vector<MapResult>>) {}
    /// What was used so far although it does not fit, for the person who reads the scores; or empty.
    virtual std::string warning() const { return {}; }
    /// What is needed to reproduce the maps: files and their hashes, sizes, device.
    virtual nlohmann::json about() const = 0;
};

/// The maps of a model: "gbs", "i2t" and "mean", or "i2t" alone (zero_shot.h), each after "PREFIX." if a prefix is given.
std::shared_ptr<MapSource> make_model_source(std::shared_ptr<Grounder> grounder,
                                             const std::string& prefix = {});
/// Maps of a detector's boxes at the size of the image. A phrase without boxes gets a map of zeros, which
/// points nowhere.
std::shared_ptr<MapSource> make_detector_source(std::shared_ptr<const DetectorBoxes> boxes,
                                                const std::string& name, const std::filesystem::path& file);
/// Maps of the boxes, or the maps, of a detector that runs. BridgeEnded of its maps() ends a run: further photos would
/// fail as well. Throws Error.
std::shared_ptr<MapSource> make_bridge_source(BridgeOptions options, const std::string& name);
/// Maps written by another program, listed in a manifest (heatmap_files.h).
std::shared_ptr<MapSource> make_manifest_source(const std::filesystem::path& manifest,
                                                const std::string& name);

}  // namespace gbs
