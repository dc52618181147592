// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/calibration/calibrate.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/evaluation/presence_report.h"
#include "core/image/image.h"
#include "core/model/checkpoint.h"
#include "core/model/strength.h"
#include "core/tensor/device.h"
#include "core/tensor/tensors.h"
#include "training/calibration/calibration_data.h"
#include "training/calibration/fit_strength.h"
#include "training/calibration/strength_inputs.h"
#include "training/data/training_set.h"

namespace gbs::training {
namespace {

/// Every so many photos, one is held out.
constexpr std::size_t held_out_every = 10;
/// All phrases of a photo; six photos without each, of which the first three help most.
constexpr LabelCounts label_counts{.phrases = 1000, .absences = 6};

/// The inputs of all members, row by row, and what is known of the rows.
struct Rows {
    std::vector<torch::Tensor> inputs;        ///< of each member [N, F]
    std::vector<float> labels;                ///< 1: the phrase is there
    std::vector<std::int64_t> learned, held;  ///< rows to learn from; rows held out, without made-up phrases
    std::size_t photos = 0;
};

using Members = std::vector<std::unique_ptr<StrengthInputs>>;

/// Adds a photo to the rows, or says why it cannot be read.
void add_photo(LabeledPhoto photo, Members& members, Rows& rows) {
    std::erase_if(photo.phrases, [&](const LabeledPhrase& phrase) {
        return std::ranges::any_of(members,
                                   [&](const auto& member) { return !member->reads(phrase.phrase); });
    });
    if (photo.phrases.empty()) return;
    const Image image = load_image(photo.path);
    for (auto& member : members) member->add(image, photo.phrases);
    const bool held_out = rows.photos++ % held_out_every == 0;
    // Of a held-out photo as many are absent as present: that is what a strength of one half means.
    auto absent = std::ranges::count(photo.phrases, true, &LabeledPhrase::present);
    for (const LabeledPhrase& phrase : photo.phrases) {
        const auto row = static_cast<std::int64_t>(rows.labels.size());
        rows.labels.push_back(phrase.present ? 1.F : 0.F);
        if (!held_out)
            rows.learned.push_back(row);
        else if (!phrase.made_up && (phrase.present || absent-- > 0))
            rows.held.push_back(row);
    }
}

Rows collect_rows(const CalibrationRequest& request, Members& members,
                  const std::function<void(std::size_t, std::size_t)>& progress,
                  const std::stop_token& stop) {
    const auto photos = label_photos(read_training_captions(request.images, request.captions, request.split),
                                     request.limit, request.seed, label_counts);
    std::size_t phrases = 0;
    for (const LabeledPhoto& photo : photos) phrases += photo.phrases.size();
    for (auto& member : members) member->reserve(phrases);
    Rows rows;
    for (std::size_t i = 0; i < photos.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        if (progress) progress(i, photos.size());
        try {
            add_photo(photos[i], members, rows);
        } catch (const Error& error) {
            spdlog::warn("{}", error.what());
        }
    }
    if (progress) progress(photos.size(), photos.size());
    if (rows.learned.empty() || rows.held.empty())
        throw Error(request.captions.string() + ": too few readable photos to learn from (" +
                    std::to_string(rows.photos) + "); some hundred are needed");
    for (auto& member : members) rows.inputs.push_back(member->take());
    return rows;
}

/// The held-out phrases with the strength that the logits mean.
std::vector<PresenceScore> held_out_scores(const torch::Tensor& logits, const torch::Tensor& labels) {
    const torch::Tensor strengths = torch::sigmoid(logits).contiguous();
    std::vector<PresenceScore> scores;
    for (std::int64_t i = 0; i < labels.size(0); ++i)
        scores.push_back({strengths.data_ptr<float>()[i], labels.data_ptr<float>()[i] > 0});
    return scores;
}

/// Copies the checkpoint with new strengths.
void write(const CalibrationRequest& request, std::vector<Strength>& strengths, const nlohmann::json& note) {
    const SafetensorsFile file(request.model);
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [name, view] : file.tensors())
        if (!name.starts_with(strength_prefix) && name.find(std::string("/") + strength_prefix) == name.npos)
            tensors[name] = to_tensor(view);
    for (std::size_t i = 0; i < strengths.size(); ++i) {
        const std::string prefix = member_prefix(request.model, i) + strength_prefix;
        tensors.merge(module_tensors(*strengths[i], prefix));
    }
    auto metadata = file.metadata();
    metadata["gbs.strength"] = note.dump();
    save_tensors(request.output, tensors, metadata, Checksum::sha256);
}

}  // namespace

CalibrationResult calibrate(const CalibrationRequest& request,
                            const std::function<void(std::size_t, std::size_t)>& progress,
                            std::stop_token stop) {
    if (!(request.temperature >= 0.1 && request.temperature <= 10))
        throw Error("the temperature of a strength is from 0.1 to 10");
    const std::string device = choose_device(request.device).name;
    Members members;
    for (std::size_t i = 0; i < count_members(request.model); ++i)
        members.push_back(std::make_unique<StrengthInputs>(request.model, i, device));
    const Rows rows = collect_rows(request, members, progress, stop);

    const torch::Tensor labels = torch::tensor(rows.labels), held = torch::tensor(rows.held);
    const torch::Tensor held_labels = labels.index_select(0, held);
    std::vector<Strength> strengths;
    torch::Tensor logits = torch::zeros({held.size(0)});
    for (const torch::Tensor& inputs : rows.inputs) {
        strengths.push_back(fit_strength(inputs, labels, rows.learned, request.seed, [&] {
            if (stop.stop_requested()) throw Cancelled();
        }));
        const torch::NoGradGuard no_grad;
        logits += strengths.back()->forward(inputs.index_select(0, held).to(torch::kFloat)) /
                  static_cast<double>(rows.inputs.size());
    }
    LogitScale scale = fit_scale(logits, held_labels);
    scale.scale /= request.temperature;
    scale.bias /= request.temperature;
    for (Strength& strength : strengths) apply_scale(strength, scale);

    const PresenceReport report =
        report_presence(held_out_scores(logits * scale.scale + scale.bias, held_labels));
    const CalibrationResult result{rows.photos, rows.labels.size(), report.auc, report.calibration_error};
    write(request, strengths,
          {{"captions", request.captions.filename().string()},
           {"photos", result.photos},
           {"phrases", result.phrases},
           {"temperature", request.temperature},
           {"held_out_auc", result.auc},
           {"held_out_calibration_error", result.calibration_error}});
    return result;
}

}  // namespace gbs::training
