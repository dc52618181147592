// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/model/grounding_model.h"
#include "core/tensor/torch.h"
#include "training/data/batch_plan.h"
#include "training/objective/losses.h"
#include "training/options/train_options.h"
#include "training/ranks/communicator.h"

namespace gbs::training {

/// What the losses of one step are computed from, for the b rows of this rank. Features E^1..E^n are
/// [b, C_i, h_i, w_i], coarsest level first; texts W^1..W^n are [b, C_i], or [B, C_i] for all ranks.
struct ObjectiveInputs {
    std::vector<torch::Tensor> w;  ///< T_1 of the B rows of all ranks
    RankRows rows;                 ///< this rank's part of them
    // Used if the stage aligns.
    std::vector<torch::Tensor> photos;  ///< E of the photos
    torch::Tensor teacher{};            ///< M of map_loss; undefined unless the stage distills
    torch::Tensor taught{};             ///< `known` of map_loss
    // Used if the stage separates.
    std::vector<torch::Tensor> blends;     ///< E of the blends
    std::vector<torch::Tensor> w2, w_neg;  ///< T_2 and T_neg of each row
    torch::Tensor target1, target2;        ///< [b, h_n, w_n] in [0, 1], see separation_loss
};

/// One loss of a step.
struct LossTerm {
    std::string name;     ///< its column in metrics.jsonl is "loss/<name>"
    torch::Tensor value;  ///< a number, with gradients
    double weight = 0;    ///< gamma, with its ramp; at 0 the loss is reported but not minimized
};

using NamedValues = std::vector<std::pair<std::string, double>>;

/// The training objective (eq. 3): from features to named losses. To add a loss, append it in
/// Objective::compute and give it a weight in StageOptions; sums, checks and log columns follow.
class Objective {
 public:
    /// `ranks` must outlive the objective.
    Objective(const StageOptions& options, Communicator& ranks);

    struct Result {
        std::vector<LossTerm> terms;
        SeparationMaps maps;  ///< with gradients; undefined if the stage does not separate
        torch::Tensor total;  ///< weighted sum of the terms
    };
    /// The losses at step `step` of the stage, from 0. Ranks must call it together.
    Result compute(GroundingModel& model, const ObjectiveInputs& inputs, int step) const;

    /// "total" and every term, averaged over the ranks. Throws Error, on every rank, naming a term that is
    /// not finite.
    NamedValues report(const Result& result) const;
    /// "ratio" (separation_ratio over the rows of all ranks) if
    /// the stage separates, "temperature" if it aligns.
    NamedValues measure(GroundingModel& model, const Result& result, const ObjectiveInputs& inputs) const;

 private:
    void separate(GroundingModel& model, const ObjectiveInputs& inputs, int step, Result& result) const;
    torch::Tensor align(GroundingModel& model, const ObjectiveInputs& inputs) const;

    StageOptions options_;
    Communicator& ranks_;
};

}  // namespace gbs::training
