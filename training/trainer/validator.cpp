// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/validator.h"

#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/data/phrase_queries.h"
#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/benchmark_run.h"
#include "core/evaluation/map_sources.h"
#include "core/evaluation/pointing_protocols.h"
#include "core/evaluation/shape_check.h"
#include "core/model/inference.h"
#include "core/tensor/row_by_row.h"
#include "core/tensor/tensors.h"
#include "training/objective/stage_features.h"

namespace gbs::training {
namespace {

/// The phrases of every `stride`-th photo.
std::vector<PhraseQuery> read_queries(const TrainOptions& options) {
    std::vector<PhraseQuery> kept;
    std::unordered_map<std::string, std::size_t> photos;
    for (PhraseQuery& query : read_phrase_queries(options.validation_phrases).queries) {
        const std::size_t number = photos.try_emplace(query.image, photos.size()).first->second;
        if (number % static_cast<std::size_t>(options.validation_stride) == 0)
            kept.push_back(std::move(query));
    }
    return kept;
}

std::vector<std::string> list_phrases(const std::vector<PhraseQuery>& queries) {
    std::vector<std::string> phrases;
    for (const PhraseQuery& query : queries) phrases.push_back(query.phrase);
    return phrases;
}

/// The maps of a model that is being trained, made by a function.
class TrainedModelSource final : public MapSource {
 public:
    using Ground =
        std::function<std::vector<Grounding>(const std::string& image, std::span<const std::string> phrases)>;

    TrainedModelSource(Ground ground, bool concurrent)
        : ground_(std::move(ground)), concurrent_(concurrent) {}

    std::vector<std::string> names() const override { return {"gbs", "i2t", "mean"}; }
    nlohmann::json about() const override { return {{"kind", "model in training"}}; }
    bool concurrent() const override { return concurrent_; }
    std::vector<std::vector<MapResult>> maps(const MapRequest& request, std::stop_token) override {
        std::vector<std::vector<MapResult>> results(3);
        for (Grounding& grounding : ground_(request.image, request.phrases)) {
            results[0].emplace_back(std::move(grounding.gbs));
            results[1].emplace_back(std::move(grounding.i2t));
            results[2].emplace_back(std::move(grounding.mean));
        }
        return results;
    }

 private:
    Ground ground_;
    bool concurrent_;
};

}  // namespace

Validator::Validator(const TrainOptions& options, TextEncoder& encoder, Communicator& ranks)
    : images_(options.validation_images),
      ranks_(ranks),
      queries_(read_queries(options)),
      units_(make_pointing_units("plain", queries_).units),
      texts_(encoder, list_phrases(queries_)) {
    PhotoShapes shapes;
    const auto groups = group_by_image(units_);
    double readable = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        // Rank 0 looks at all photos, to warn about them; each rank grounds its own (share_work).
        const bool own = i % static_cast<std::size_t>(ranks.size()) == static_cast<std::size_t>(ranks.rank());
        if (!own && !ranks.first()) continue;
        const PhraseQuery& query = groups[i].front()->target;
        try {
            const Image photo = load_image(images_ / query.image);
            const std::string fault =
                shapes.find_fault(query.image, {photo.width, photo.height}, {query.width, query.height});
            if (!fault.empty()) throw Error(fault);
            ++readable;
            if (!own) continue;
            index_.emplace(query.image, static_cast<std::int64_t>(names_.size()));
            names_.push_back(query.image);
        } catch (const Error& error) {
            unreadable_.emplace(query.image, error.what());
        }
    }
    if (ranks.from_first(readable > 0) == 0)
        throw Error("option validation.images: none of the photos of the phrases is in " + images_.string());
    if (const std::string warning = shapes.warning(); !warning.empty())
        spdlog::warn("option validation.phrases: {}", warning);
}

torch::Tensor Validator::views(const ModelOptions& options, const std::string& image) const {
    return photo_views(options, image_tensor(load_image(images_ / image), options.input_size));
}

void Validator::fill_bottlenecks(GroundingModel& model, torch::Device device,
                                 const std::function<bool()>& goes_on) {
    const std::int64_t views_per_photo = model->options().mirror ? 2 : 1;
    const auto make = [&](std::int64_t first, std::int64_t count) {
        std::vector<torch::Tensor> photos;
        for (std::int64_t row = first; row < first + count; row += views_per_photo)
            photos.push_back(
                views(model->options(), names_[static_cast<std::size_t>(row / views_per_photo)]));
        return compute_row_by_row(torch::cat(photos).to(device), [&](const torch::Tensor& view) {
            return model->image_encoder().bottlenecks(view);
        });
    };
    static_assert(FeatureCache::fill_batch % 2 == 0, "a photo and its mirror image are encoded together");
    try {
        bottlenecks_ = FeatureCache(static_cast<std::int64_t>(names_.size()) * views_per_photo, make,
                                    [&](std::int64_t, std::int64_t) {
                                        if (!goes_on()) throw Cancelled();
                                    });
    } catch (const Cancelled&) {
        // The run that follows ends on all ranks.
    }
}

std::vector<Grounding> Validator::ground(const MapInference& inference, GroundingModel& model,
                                         torch::Device device, const std::string& image,
                                         std::span<const std::string> phrases) {
    const torch::NoGradGuard no_grad;
    const auto unreadable = unreadable_.find(image);
    if (unreadable != unreadable_.end()) throw Error(unreadable->second);
    std::vector<torch::Tensor> e;
    if (bottlenecks_.empty()) {
        e = encode_views(model, views(model->options(), image).to(device));
    } else {
        const std::int64_t views_per_photo = model->options().mirror ? 2 : 1;
        e = expand_bottlenecks(model, bottlenecks_.range(index_.at(image) * views_per_photo, views_per_photo),
                               device);
    }
    const WordEmbeddings words = texts_.lookup(phrases, 0, Random(0));
    const torch::Tensor mask = words.mask.to(device);
    return to_groundings(inference.maps(inference.prepare(e), model->project(words.words.to(device), mask)),
                         phrases);
}

ValidationScores Validator::validate(GroundingModel& model, torch::Device device, bool frozen_encoder,
                                     const std::function<void()>& poll) {
    const torch::NoGradGuard no_grad;
    model->eval();
    // Only rank 0 polls, and the others must hear of it in an operation that all take part in.
    std::stop_source stop;
    const auto poll_all = [&] {
        if (poll && !stop.stop_requested()) try {
                poll();
            } catch (const Cancelled&) {
                stop.request_stop();
            }
        return !stop.stop_requested();
    };
    if (!frozen_encoder) bottlenecks_ = {};
    if (frozen_encoder && bottlenecks_.empty()) fill_bottlenecks(model, device, poll_all);
    const MapInference inference(model);
    const auto source = std::make_shared<TrainedModelSource>(
        [&](const std::string& image, std::span<const std::string> phrases) {
            return ground(inference, model, device, image, phrases);
        },
        device.is_cpu());
    const BenchmarkRun run({source}, {}, ExtraMeasures::none);
    BenchmarkReport report({}, run.names());
    std::string polled;  // the last image
    run.run(
        units_, {},
        [&](const UnitResult& result) {
            if (polled != result.unit.target.image) poll_all();
            polled = result.unit.target.image;
            report.add(result);
        },
        0, {}, stop.get_token(), ranks_);
    if (stop.stop_requested()) throw Cancelled();
    const auto accuracy = [&](std::size_t map) { return report.maps()[map].all.accuracy(); };
    return {.gbs = accuracy(2),
            .i2t = accuracy(3),
            .mean = accuracy(4),
            .center = accuracy(1),
            .phrases = report.scored()};
}

}  // namespace gbs::training
