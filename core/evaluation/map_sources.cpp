// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/map_sources.h"

#include <spdlog/spdlog.h>
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/file_hash.h"
#include "core/base/file_io.h"
#include "core/detector/detector_heatmap.h"
#include "core/evaluation/npy_map.h"
#include "core/image/photo_resolver.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Results = std::vector<std::vector<MapResult>>;

class ModelSource final : public MapSource {
 public:
    ModelSource(std::shared_ptr<Grounder> grounder, const std::string& prefix)
        : grounder_(std::move(grounder)) {
        for (const char* name : {"gbs", "i2t", "mean"})
            names_.push_back(prefix.empty() ? name : prefix + "." + name);
        hash_ = file_sha256(grounder_->info().path);
    }

    std::vector<std::string> names() const override { return names_; }
    bool needs_photo() const override { return true; }

    Results maps(const MapRequest& request, std::stop_token stop) override {
        if (!request.photo) throw Error("the photo is missing");
        const auto session = grounder_->open(load_image(*request.photo), {}, stop);
        Results results(3);
        std::vector<std::string> texts;
        for (const auto& phrase : request.phrases) texts.push_back(word_phrase(phrase, request.wording));
        ground(*session, texts, results, stop);
        return results;
    }

    json about() const override {
        const ModelInfo& info = grounder_->info();
        return {{"kind", "model"},
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
            results[0].emplace_back(std::move(grounding.gbs));
            results[1].emplace_back(std::move(grounding.i2t));
            results[2].emplace_back(std::move(grounding.mean));
        }
    }

    std::shared_ptr<Grounder> grounder_;
    std::vector<std::string> names_;
    std::string hash_;
};

class DetectorSource final : public MapSource {
 public:
    DetectorSource(std::shared_ptr<const DetectorBoxes> boxes, std::string name, const fs::path& file)
        : boxes_(std::move(boxes)), name_(std::move(name)), file_(file), hash_(file_sha256(file)) {}

    std::vector<std::string> names() const override { return {name_}; }
    bool has_plateaus() const override { return true; }
    void check_images(std::span<const std::string> images) const override {
        check_photo_names(file_.string(), boxes_->image_names(), images);
    }

    Results maps(const MapRequest& request, std::stop_token) override {
        Results results(1);
        for (const auto& phrase : request.phrases) try {
                const auto match = boxes_->boxes_for(request.image, phrase, request.width, request.height);
                results[0].emplace_back(detector_heatmap(match.boxes, request.width, request.height));
            } catch (const Error& error) {
                results[0].emplace_back(MapFailure{error.what()});
            }
        return results;
    }

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
};

class ManifestSource final : public MapSource {
 public:
    ManifestSource(const fs::path& file, std::string name)
        : manifest_(file), name_(std::move(name)), file_(file), hash_(file_sha256(file)) {}

    std::vector<std::string> names() const override { return {name_}; }
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
                results[0].push_back(read(file));
        }
        return results;
    }

    json about() const override {
        return {{"kind", "maps of files"},           {"maps", names()},
                {"file", file_.filename().string()}, {"sha256", hash_},
                {"listed", manifest_.size()},        {"skipped", manifest_.skipped()}};
    }

 private:
    /// Logs the first file with each reason; the results count the others by it.
    MapResult fail(const std::string& reason, const Error& error) {
        if (warned_.insert(reason).second) spdlog::warn("{}: a map is skipped: {}", name_, error.what());
        return MapFailure{"its map in " + name_ + " cannot be read: " + reason};
    }

    MapResult read(const fs::path& file) {
        try {
            Heatmap map = read_map(file);
            const bool negative = std::ranges::any_of(map.values(), [](float value) { return value < 0; });
            if (negative && warned_.insert("negative").second)
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
    std::string name_;
    fs::path file_;
    std::string hash_;
    std::set<std::string> warned_;  ///< reasons that were logged
};

class Exporter final : public ExportingSource {
 public:
    Exporter(std::shared_ptr<MapSource> source, fs::path folder)
        : source_(std::move(source)), folder_(std::move(folder)), manifests_(source_->names().size()) {
        std::error_code code;
        for (const auto& name : source_->names()) {
            fs::create_directories(folder_ / name, code);
            if (code)
                throw Error("cannot create the folder " + (folder_ / name).string() + ": " + code.message());
        }
    }

    std::vector<std::string> names() const override { return source_->names(); }
    bool has_plateaus() const override { return source_->has_plateaus(); }
    bool needs_photo() const override { return source_->needs_photo(); }
    json about() const override { return source_->about(); }

    Results maps(const MapRequest& request, std::stop_token stop) override {
        Results results = source_->maps(request, stop);
        for (std::size_t i = 0; i < request.phrases.size(); ++i, ++count_)
            for (std::size_t k = 0; k < results.size(); ++k) {
                const auto* map = std::get_if<Heatmap>(&results[k][i]);
                if (!map) continue;
                char file[32];
                std::snprintf(file, sizeof file, "/%06zu.npy", count_ + 1);
                const std::string name = names()[k] + file;
                write_npy(*map, folder_ / name);
                manifests_[k] +=
                    json{{"image", request.image}, {"phrase", request.phrases[i]}, {"file", name}}.dump() +
                    "\n";
            }
        return results;
    }

    void finish_export() override {
        for (std::size_t k = 0; k < manifests_.size(); ++k)
            write_atomically(folder_ / (names()[k] + ".jsonl"), manifests_[k]);
    }

 private:
    std::shared_ptr<MapSource> source_;
    fs::path folder_;
    std::vector<std::string> manifests_;
    std::size_t count_ = 0;
};

}  // namespace

std::shared_ptr<MapSource> make_model_source(std::shared_ptr<Grounder> grounder, const std::string& prefix) {
    return std::make_shared<ModelSource>(std::move(grounder), prefix);
}

std::shared_ptr<MapSource> make_detector_source(std::shared_ptr<const DetectorBoxes> boxes,
                                                const std::string& name, const fs::path& file) {
    return std::make_shared<DetectorSource>(std::move(boxes), name, file);
}

std::shared_ptr<MapSource> make_manifest_source(const fs::path& manifest, const std::string& name) {
    return std::make_shared<ManifestSource>(manifest, name);
}

std::shared_ptr<ExportingSource> make_exporting_source(std::shared_ptr<MapSource> source,
                                                       const fs::path& folder) {
    return std::make_shared<Exporter>(std::move(source), folder);
}

}  // namespace gbs
