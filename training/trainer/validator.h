// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/data/phrase_query.h"
#include "core/image/heatmap.h"
#include "core/model/grounding_model.h"
#include "core/model/inference.h"
#include "core/tensor/torch.h"
#include "core/text/text_encoder.h"
#include "training/data/feature_cache.h"
#include "training/data/text_bank.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// Pointing accuracies in percent.
struct ValidationScores {
    double gbs = 0, i2t = 0, mean = 0;
    double center = 0;  ///< of the center baseline on the same phrases
    std::size_t phrases = 0;
};

/// Pointing accuracy on held-out phrases during training, protocol `plain`: the numbers of `gbs evaluate`.
/// While the encoder is frozen, the bottlenecks of the photos are cached.
class Validator {
 public:
    Validator(const TrainOptions& options, TextEncoder& encoder);

    /// `frozen_encoder`: the encoder's weights have not changed since the last call. `poll` is called
    /// for each photo; an exception from it ends the validation.
    ValidationScores validate(GroundingModel& model, torch::Device device, bool frozen_encoder,
                              const std::function<void()>& poll = {});

 private:
    void fill_bottlenecks(GroundingModel& model, torch::Device device, const std::function<void()>& poll);
    torch::Tensor views(const ModelOptions& options, const std::string& image) const;
    std::vector<Grounding> ground(const MapInference& inference, GroundingModel& model, torch::Device device,
                                  const std::string& image, std::span<const std::string> phrases);

    std::filesystem::path images_;
    std::vector<PhraseQuery> queries_;
    std::vector<std::string> names_;                           // photos in the order of the queries
    std::unordered_map<std::string, std::int64_t> index_;      // of the readable photos in names_
    std::unordered_map<std::string, std::string> unreadable_;  // reason by photo
    TextBank texts_;
    FeatureCache bottlenecks_;
};

}  // namespace gbs::training
