// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/detector/detector_boxes.h"
#include "core/evaluation/heatmap_files.h"
#include "core/image/heatmap.h"
#include "core/model/grounding_session.h"

namespace gbs {

/// Phrases of one image for which maps are wanted.
struct MapRequest {
    std::string image;                           ///< the data set's name of it
    std::optional<std::filesystem::path> photo;  ///< its file, where there is one
    int width = 0;                               ///< of the original image, which boxes refer to
    int height = 0;
    std::span<const std::string> phrases;  ///< each once
};

/// A map of a phrase, of any size, or why there is none.
struct MapAnswer {
    Heatmap map;
    std::string why;  ///< not empty where the map is
};

/// Anything that makes maps of phrases: a model, a detector, another method's files.
class MapSource {
 public:
    virtual ~MapSource() = default;
    /// The maps it makes: {"gbs", "i2t", "mean"} of a model, one of a detector.
    virtual std::vector<std::string> names() const = 0;
    /// Whether it points at the centre of its plateau (a detector) rather than at its first maximum.
    virtual bool has_plateaus() const { return false; }
    virtual bool needs_photo() const { return false; }
    /// For each of the names the answers for the phrases. Throws Error where the image cannot be used,
    /// Cancelled.
    virtual std::vector<std::vector<MapAnswer>> maps(const MapRequest& request,
                                                     std::stop_token stop = {}) = 0;
    /// What another lab needs to know to make the same maps: files and their hashes, sizes, devices.
    virtual nlohmann::json about() const = 0;
};

/// A model's three maps, "gbs", "i2t" and "mean", after "PREFIX." where a prefix is given.
std::shared_ptr<MapSource> make_model_source(std::shared_ptr<Grounder> grounder,
                                             const std::string& prefix = {});
/// Boxes of a detector at the size of the image. A phrase without boxes has a map of zeros: it points
/// nowhere.
std::shared_ptr<MapSource> make_detector_source(std::shared_ptr<const DetectorBoxes> boxes,
                                                const std::string& name, const std::filesystem::path& file);
/// Maps that another program wrote.
std::shared_ptr<MapSource> make_manifest_source(const std::filesystem::path& manifest,
                                                const std::string& name);
/// Passes the maps of another source on and writes each of them below a folder, beside a manifest that
/// `make_manifest_source` reads: FOLDER/NAME.jsonl and FOLDER/NAME/000001.npy.
/// `finish_export` writes the manifests.
class ExportingSource : public MapSource {
 public:
    virtual void finish_export() = 0;
};
std::shared_ptr<ExportingSource> make_exporting_source(std::shared_ptr<MapSource> source,
                                                       const std::filesystem::path& folder);

}  // namespace gbs
