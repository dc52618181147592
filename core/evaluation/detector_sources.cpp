// SPDX-License-Identifier: GPL-3.0-or-later

// Detectors as sources of maps: boxes of a file, and a program that is asked.
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/data/drawn_labels.h"
#include "core/detector/detector_bridge.h"
#include "core/detector/detector_heatmap.h"
#include "core/evaluation/map_sources.h"
#include "core/evaluation/shape_check.h"
#include "core/image/photo_resolver.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Results = std::vector<std::vector<MapResult>>;

/// Makes the maps of the boxes of an image, unless the boxes refer to a photo with exchanged sides. Thread-safe.
class BoxMaps {
 public:
    explicit BoxMaps(std::string name) : name_(std::move(name)) {}

    /// `image` is its name in the boxes.
    std::vector<MapResult> make(const DetectorBoxes& boxes, const std::string& image,
                                const MapRequest& request) {
        const DetectorImage* const listed = boxes.find(image);
        if (listed && is_exchanged(*listed, request))
            return {request.phrases.size(), MapFailure{"the boxes in " + name_ +
                                                       " refer to a photo with width and height exchanged"}};
        std::vector<MapResult> maps;
        for (const auto& phrase : request.phrases) try {
                const auto match = boxes.boxes_for(image, phrase, request.width, request.height);
                maps.emplace_back(detector_heatmap(match.boxes, request.width, request.height));
            } catch (const Error& error) {
                maps.emplace_back(MapFailure{error.what()});
            }
        return maps;
    }
    std::string warning() const {
        return stretched_.warning("photos have another aspect ratio than their boxes in " + name_ +
                                  " refer to, which are scaled to them");
    }

 private:
    bool is_exchanged(const DetectorImage& listed, const MapRequest& request) {
        const ImageSize given{listed.width, listed.height}, wanted{request.width, request.height};
        if (given.width <= 0 || given.width == given.height)
            return false;  // unknown, relative, or a square input
        const ShapeFit fit = compare_shapes(given, wanted);
        if (fit == ShapeFit::stretched)
            stretched_.add("those of " + request.image + " refer to " + describe(given) + ", the photo has " +
                           describe(wanted));
        return fit == ShapeFit::exchanged;
    }

    std::string name_;
    StretchCount stretched_;
};

class DetectorSource final : public MapSource {
 public:
    DetectorSource(std::shared_ptr<const DetectorBoxes> boxes, const std::string& name, const fs::path& file)
        : boxes_(std::move(boxes)), name_(name), file_(file), hash_(labels_sha256(file)), maps_(name) {}

    std::vector<std::string> names() const override { return {name_}; }
    bool has_plateaus() const override { return true; }
    bool concurrent() const override { return true; }
    void check_images(std::span<const std::string> images) const override {
        check_photo_names(file_.string(), boxes_->image_names(), images);
    }
    Results maps(const MapRequest& request, std::stop_token) override {
        return {maps_.make(*boxes_, request.image, request)};
    }
    std::string warning() const override { return maps_.warning(); }
    json about() const override {
        json about{{"kind", "detector"}, {"maps", names()},          {"file", file_.filename().string()},
                   {"sha256", hash_},    {"boxes", boxes_->boxes()}, {"skipped", boxes_->skipped()}};
        if (boxes_->scores() != DetectorScores::as_given)
            about["scores"] = detector_scores_name(boxes_->scores());
        return about;
    }

 private:
    std::shared_ptr<const DetectorBoxes> boxes_;
    std::string name_;
    fs::path file_;
    std::string hash_;
    BoxMaps maps_;
};

class BridgeSource final : public MapSource {
 public:
    BridgeSource(std::unique_ptr<DetectorBridge> bridge, DetectorScores scores, const std::string& name)
        : bridge_(std::move(bridge)), scores_(scores), name_(name), maps_(name) {}

    std::vector<std::string> names() const override { return {name_}; }
    bool has_plateaus() const override { return !bridge_->gives_maps(); }
    bool needs_photo() const override { return true; }

    Results maps(const MapRequest& request, std::stop_token stop) override {
        if (!request.photo) throw Error("the photo is missing");
        const BridgeAnswer answer = bridge_->ask(*request.photo, request.phrases, stop);
        for (const auto& [reason, count] : answer.boxes.skipped()) skipped_[reason] += count;
        const auto& images = answer.boxes.images();
        std::vector<MapResult> results =
            maps_.make(answer.boxes, images.empty() ? request.image : images[0].image, request);
        for (std::size_t i = 0; i < results.size(); ++i) {
            const std::string phrase = bridge_phrase(request.phrases[i]);
            if (const auto map = answer.maps.find(phrase); map != answer.maps.end())
                results[i] = checked(map->second, request);
            if (const auto failure = answer.failures.find(phrase); failure != answer.failures.end())
                results[i] = MapFailure{name_ + ": " + failure->second};
        }
        return {std::move(results)};
    }
    std::string warning() const override {
        std::string text = maps_.warning();
        if (!skipped_.empty())
            text += (text.empty() ? "" : "; ") + name_ + ": skipped " + join_counts(skipped_);
        return text;
    }
    json about() const override {
        return {{"kind", bridge_->gives_maps() ? "maps of a program" : "detector that runs"},
                {"maps", names()},
                {"command", bridge_->command()},
                {"detector", bridge_->name()},
                {"device", bridge_->device()},
                {"scores", detector_scores_name(scores_)}};
    }

 private:
    static MapResult checked(const Heatmap& map, const MapRequest& request) {
        if (compare_shapes({map.width(), map.height()}, {request.width, request.height}) ==
            ShapeFit::exchanged)
            return MapFailure{"the width and height of its map are exchanged"};
        return map;
    }

    std::unique_ptr<DetectorBridge> bridge_;
    DetectorScores scores_;
    std::string name_;
    BoxMaps maps_;
    std::map<std::string, std::size_t> skipped_;
};

}  // namespace

std::shared_ptr<MapSource> make_detector_source(std::shared_ptr<const DetectorBoxes> boxes,
                                                const std::string& name, const fs::path& file) {
    return std::make_shared<DetectorSource>(std::move(boxes), name, file);
}

std::shared_ptr<MapSource> make_bridge_source(BridgeOptions options, const std::string& name) {
    const DetectorScores scores = options.scores;
    return std::make_shared<BridgeSource>(std::make_unique<DetectorBridge>(std::move(options)), scores, name);
}

}  // namespace gbs
