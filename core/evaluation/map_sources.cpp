// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/map_sources.h"

#include <spdlog/spdlog.h>
#include <algorithm>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/file_hash.h"
#include "core/evaluation/shape_check.h"
#include "core/image/npy_map.h"
#include "core/image/photo_resolver.h"
#include "core/model/zero_shot.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Results = std::vector<std::vector<MapResult>>;

class ModelSource final : public MapSource {
 public:
    ModelSource(std::shared_ptr<Grounder> grounder, const std::string& prefix)
        : grounder_(std::move(grounder)) {
        std::vector<std::string> kinds{"gbs", "i2t", "mean"};
        if (!has_gbs(grounder_->info().path)) kinds = {"i2t"};  // zero-shot, where the mean is H_i2t
        for (const std::string& kind : kinds) names_.push_back(prefix.empty() ? kind : prefix + "." + kind);
        hash_ = file_sha256(grounder_->info().path);
    }

    std::vector<std::string> names() const override { return names_; }
    bool needs_photo() const override { return true; }
    bool is_model() const override { return true; }
    bool concurrent() const override { return grounder_->concurrent(); }

    Results maps(const MapRequest& request, std::stop_token stop) override {
        if (!request.photo) throw Error("the photo is missing");
        const auto session = grounder_->open(load_image(*request.photo), {}, stop);
        Results results(names_.size());
        std::vector<std::string> texts;
        for (const auto& phrase : request.phrases) texts.push_back(word_phrase(phrase, request.wording));
        ground(*session, texts, results, stop);
        return results;
    }

    json about() const override {
        const ModelInfo& info = grounder_->info();
        return {{"kind", names_.size() == 1 ? "model, zero-shot, no H_GbS" : "model"},
                {"maps", names_},
                {"file", info.path.filename().string()},
                {"sha256", hash_},
                {"image_encoder", info.image_encoder},
                {"text_encoder", info.text_encoder},
                {"input_size", info.input_size},
                {"device", info.device}};
    }

 private:
    /// Grounds all phrases at once; if one is refused, one by one, so that only that one has no maps.
    static void ground(GroundingSession& session, std::span<const std::string> phrases, Results& results,
                       const std::stop_token& stop) {
        std::vector<Grounding> groundings;
        try {
            groundings = session.ground(phrases, stop);
        } catch (const Error&) {
            if (phrases.size() == 1)
                for (auto& maps : results)
                    maps.emplace_back(MapFailure{"the model cannot ground the phrase"});
            else
                for (std::size_t i = 0; i < phrases.size(); ++i)
                    ground(session, phrases.subspan(i, 1), results, stop);
        }
        for (auto& grounding : groundings) {
            if (results.size() == 1) {
                results[0].emplace_back(std::move(grounding.i2t));
                continue;
            }
            results[0].emplace_back(std::move(grounding.gbs));
            results[1].emplace_back(std::move(grounding.i2t));
            results[2].emplace_back(std::move(grounding.mean));
        }
    }

    std::shared_ptr<Grounder> grounder_;
    std::vector<std::string> names_;
    std::string hash_;
};

class ManifestSource final : public MapSource {
 public:
    ManifestSource(const fs::path& file, std::string name)
        : manifest_(file), name_(std::move(name)), file_(file), hash_(file_sha256(file)) {}

    std::vector<std::string> names() const override { return {name_}; }
    bool concurrent() const override { return true; }
    void check_images(std::span<const std::string> images) const override {
        check_photo_names(file_.string(), manifest_.images(), images);
    }

    Results maps(const MapRequest& request, std::stop_token stop) override {
        Results results(1);
        for (const auto& phrase : request.phrases) {
            if (stop.stop_requested()) throw Cancelled();
            const fs::path file = manifest_.find(request.image, phrase);
            if (file.empty())
                results[0].emplace_back(MapFailure{name_ + " has no map of it"});
            else
                results[0].push_back(read(file, request));
        }
        return results;
    }
    std::string warning() const override {
        return stretched_.warning("maps of " + name_ +
                                  " have another aspect ratio than their photos, to which they are scaled");
    }

    json about() const override {
        return {{"kind", "maps of files"},           {"maps", names()},
                {"file", file_.filename().string()}, {"sha256", hash_},
                {"listed", manifest_.size()},        {"skipped", manifest_.skipped()}};
    }

 private:
    bool is_new(const std::string& reason) {
        const std::lock_guard lock(mutex_);
        return warned_.insert(reason).second;
    }

    /// Logs the first file with each reason; the results count the others by it.
    MapResult fail(const std::string& reason, const Error& error) {
        if (is_new(reason)) spdlog::warn("{}: a map is skipped: {}", name_, error.what());
        return MapFailure{"its map in " + name_ + " cannot be read: " + reason};
    }

    MapResult read(const fs::path& file, const MapRequest& request) {
        try {
            Heatmap map = read_map(file);
            const ImageSize size{map.width(), map.height()}, photo{request.width, request.height};
            const ShapeFit fit = compare_shapes(size, photo);
            const std::string sizes = "the map is " + describe(size) + ", the photo " + describe(photo);
            if (fit == ShapeFit::exchanged)
                throw MapError(file, "its width and height are exchanged", ": " + sizes);
            // A square map may come from a square input, as the model's own maps do.
            if (fit == ShapeFit::stretched && size.width != size.height)
                stretched_.add(file.string() + ": " + sizes);
            const bool negative = std::ranges::any_of(map.values(), [](float value) { return value < 0; });
            if (negative && is_new("negative"))
                spdlog::warn(
                    "{}: {}: the map has values below 0. It points at its maximum; energy, boxes "
                    "and ensembles count these values as 0",
                    name_, file.string());
            return map;
        } catch (const MapError& error) {
            return fail(error.reason(), error);
        } catch (const Error& error) {
            std::error_code code;
            return fail(fs::exists(file, code) ? "the file cannot be read" : "there is no such file", error);
        }
    }

    MapManifest manifest_;
    StretchCount stretched_;
    std::string name_;
    fs::path file_;
    std::string hash_;
    std::mutex mutex_;
    std::set<std::string> warned_;  ///< reasons that were logged
};

}  // namespace

std::shared_ptr<MapSource> make_model_source(std::shared_ptr<Grounder> grounder, const std::string& prefix) {
    return std::make_shared<ModelSource>(std::move(grounder), prefix);
}

std::shared_ptr<MapSource> make_manifest_source(const fs::path& manifest, const std::string& name) {
    return std::make_shared<ManifestSource>(manifest, name);
}

}  // namespace gbs
