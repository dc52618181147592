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
#include "core/evaluation/pointing_protocols.h"
#include "core/image/heatmap.h"
#include "core/model/grounding_model.h"
#include "core/model/inference.h"
#include "core/tensor/torch.h"
#include "core/text/text_encoder.h"
#include "training/data/feature_cache.h"
#include "training/data/text_bank.h"
#include "training/options/train_options.h"
#include "training/ranks/communicator.h"

namespace gbs::training {

/// Pointing accuracies in percent.
struct ValidationScores {
    double gbs = 0, i2t = 0, mean = 0;
    double center = 0;  ///< of the center baseline on the same phrases
    std::size_t phrases = 0;
};

/// Pointing accuracy on held-out phrases during training, protocol `plain`: the numbers of `gbs evaluate`. The ranks share
/// the photos. While the encoder is frozen, the bottlenecks of the photos are cached.
class Validator {
 public:
    /// `ranks` must outlive it.
    Validator(const TrainOptions& options, TextEncoder& encoder, Communicator& ranks);

    /// All ranks call it together; rank 0 gets the scores. `frozen_encoder`: the encoder's weights have not changed since
    /// the last call. `poll` is called for each photo; Cancelled from it ends the validation on all ranks, which throw
    /// it.
    ValidationScores validate(GroundingModel& model, torch::Device device, bool frozen_encoder,
                              const std::function<void()>& poll = {});

 private:
    void fill_bottlenecks(GroundingModel& model, torch::Device device, const std::function<bool()>& goes_on);
    torch::Tensor views(const ModelOptions& options, const std::string& image) const;
    std::vector<Grounding> ground(const MapInference& inference, GroundingModel& model, torch::Device device,
                                  const std::string& image, std::span<const std::string> phrases);

    std::filesystem::path images_;
    Communicator& ranks_;
    std::vector<PhraseQuery> queries_;
    std::vector<PointingUnit> units_;
    std::vector<std::string> names_;                           // readable photos of this rank
    std::unordered_map<std::string, std::int64_t> index_;      // of them in names_
    std::unordered_map<std::string, std::string> unreadable_;  // reason by photo
    TextBank texts_;
    FeatureCache bottlenecks_;
};

}  // namespace gbs::training
