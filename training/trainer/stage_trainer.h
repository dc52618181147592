// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/tensor/torch.h"
#include "training/objective/objective.h"
#include "training/optimizer/moving_average.h"
#include "training/optimizer/stage_optimizer.h"
#include "training/trainer/batch_features.h"
#include "training/trainer/batch_loader.h"
#include "training/trainer/recurrent_maps.h"
#include "training/trainer/stage_context.h"
#include "training/trainer/step_preview.h"

namespace gbs::training {

struct StepResult {
    NamedValues losses;    ///< see Objective::report
    NamedValues measures;  ///< gradient_norm, learning_rate, and those of Objective::measure
    std::optional<StepPreview> preview;
};

/// One stage of a training: its optimizer, moving average, and the training step (figure 2 of the paper).
/// Each rank computes its rows of the batch, with the texts, batch statistics and gradients of all ranks, so
/// the result is that of a single process with the whole batch.
class StageTrainer {
 public:
    StageTrainer(StageContext context, StageOptions options);
    ~StageTrainer();

    /// Runs step `step` of the stage, from 0. Throws Error, naming the term, if a loss is not finite, or if
    /// another rank has died; weights and running statistics are then as before the step. A preview shows
    /// rows of this rank; a stage that does not separate has none.
    StepResult step(int step, bool with_preview);

    /// Optimizer and moving average by name, exact, for the .state file.
    std::map<std::string, torch::Tensor> state() const;
    /// Restores a `state()` taken during the lifetime of an Averaged. The
    /// model must hold the weights of that checkpoint.
    void resume(const std::map<std::string, torch::Tensor>& state);

    /// During its lifetime the model has the averaged weights, if the stage keeps an average. For validation
    /// and saving.
    class Averaged {
     public:
        explicit Averaged(StageTrainer& trainer);
        ~Averaged();
        Averaged(const Averaged&) = delete;
        Averaged& operator=(const Averaged&) = delete;

     private:
        StageTrainer& trainer_;
    };
    /// Makes the averaged weights the model's, at the end of a stage.
    void adopt_average();
    bool averages() const { return !average_.empty(); }
    /// Of the stream, after the rows of the last step.
    const ShardPosition& stream_position() const { return position_; }
    const StageOptions& options() const { return setup_.options; }

 private:
    StepResult take_step(int step, bool with_preview);
    void set_targets(StepBatch& batch, const std::vector<torch::Tensor>& e, const torch::Tensor& like) const;
    void choose_negatives(StepBatch& batch, const std::vector<torch::Tensor>& blends) const;
    ObjectiveInputs objective_inputs(StepBatch& batch, int step);

    StageSetup setup_;
    BatchLoader loader_;
    ShardPosition position_;
    Objective objective_;
    StageOptimizer optimizer_;
    MovingAverage average_;
    std::optional<BatchFeatures> features_;
    std::optional<RecurrentMaps> recurrent_;
};

}  // namespace gbs::training
