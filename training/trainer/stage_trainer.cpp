// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/stage_trainer.h"

#include <utility>

#include "core/base/trace.h"
#include "core/tensor/batch_norm.h"
#include "training/objective/hard_negatives.h"
#include "training/objective/photo_blend.h"
#include "training/objective/stage_features.h"
#include "training/optimizer/learned_parts.h"
#include "training/trainer/hard_alphas.h"

namespace gbs::training {

StageTrainer::StageTrainer(StageContext context, StageOptions options)
    : setup_(std::move(context), std::move(options)),
      loader_(setup_),
      objective_(setup_.options, setup_.communicator),
      optimizer_(setup_.model, setup_.options, setup_.communicator),
      average_(setup_.model, setup_.options) {
    set_modes(setup_.model, setup_.options);  // before the frozen parts compute features
    features_.emplace(setup_);
    recurrent_.emplace(setup_, *features_, average_);
    if (setup_.communicator.size() == 1) return;
    synchronize_batch_norms(
        *setup_.model,
        [this](const torch::Tensor& value) { return average_over(setup_.communicator, value); },
        setup_.communicator.size());
}

StageTrainer::~StageTrainer() {
    synchronize_batch_norms(*setup_.model, {}, 1);
}

void StageTrainer::choose_negatives(StepBatch& batch, const std::vector<torch::Tensor>& blends) const {
    if (setup_.options.negatives == Negatives::batch) return;
    const auto partner = batch.own_part(batch.plan.partner), fallback = batch.own_part(batch.plan.negative);
    const std::size_t first = setup_.rows.first;
    batch.choose_negatives(setup_.options.negatives == Negatives::similar
                               ? similar_negatives(batch.w, batch.texts, partner, fallback, first)
                               : strongest_negatives(blends, batch.w, batch.texts, partner, fallback, first));
}

void StageTrainer::set_targets(StepBatch& batch, const std::vector<torch::Tensor>& e,
                               const torch::Tensor& like) const {
    const torch::Tensor alpha = area_average(batch.alpha, like);
    batch.target1 = alpha;
    batch.target2 = 1 - alpha;
    if (setup_.options.recurrent_share <= 0) return;
    const torch::Tensor mask = recurrent_->masks(batch, e);
    batch.target1 = alpha * foregrounds(mask.unsqueeze(1), batch.plan.alpha).squeeze(1);
    batch.target2 = (1 - alpha) * setup_.communicator.all_gather(mask).index_select(0, batch.partner);
}

ObjectiveInputs StageTrainer::objective_inputs(StepBatch& batch, int step) {
    const StageOptions& options = setup_.options;
    ObjectiveInputs inputs;
    inputs.w = batch.w;
    inputs.rows = setup_.rows;
    if (needs_photo_features(options)) inputs.photos = features_->photos(batch);
    if (options.distills()) {
        const RecurrentMaps::Taught taught = recurrent_->taught(batch, inputs.photos.back());
        inputs.teacher = taught.maps;
        inputs.taught = taught.known;
    }
    if (options.separates()) {
        if (options.adversarial_share > 0) harden_alphas(setup_, *features_, batch, step, inputs.photos);
        inputs.blends = features_->blends(batch, inputs.photos, batch.alpha);
        choose_negatives(batch, inputs.blends);
        set_targets(batch, inputs.photos, inputs.blends.back());
        // Autograd sums the gradients of W in the reverse order of these calls, which decides the rounding.
        inputs.w_neg = batch.w_at(batch.negative);
        inputs.w2 = batch.w_at(batch.partner);
        inputs.target1 = batch.target1;
        inputs.target2 = batch.target2;
    }
    return inputs;
}

StepResult StageTrainer::step(int step, bool with_preview) {
    set_modes(setup_.model, setup_.options);
    std::vector<torch::Tensor> statistics;
    for (const auto& buffer : setup_.model->buffers()) statistics.push_back(buffer.clone());
    try {
        return take_step(step, with_preview);
    } catch (...) {
        const torch::NoGradGuard no_grad;
        const auto buffers = setup_.model->buffers();
        for (std::size_t i = 0; i < buffers.size(); ++i) buffers[i].copy_(statistics[i]);
        throw;
    }
}

StepResult StageTrainer::take_step(int step, bool with_preview) {
    LoadedBatch loaded = loader_.take(step);
    position_ = loaded.position;
    StepBatch batch = make_batch(setup_, std::move(loaded));
    ObjectiveInputs inputs;
    Objective::Result objective;
    StepResult result;
    {
        const TraceSpan span("forward");
        inputs = objective_inputs(batch, step);
        objective = objective_.compute(setup_.model, inputs, step);
        result.losses = objective_.report(objective);
    }
    const StageOptimizer::Step taken = optimizer_.step(objective.total, step);
    average_.update(step);

    result.measures = objective_.measure(setup_.model, objective, inputs);
    result.measures.emplace_back("gradient_norm", taken.gradient_norm);
    result.measures.emplace_back("learning_rate", taken.learning_rate);
    if (with_preview && setup_.options.separates())
        result.preview = make_preview(setup_, batch, objective.maps);
    return result;
}

StageTrainer::Averaged::Averaged(StageTrainer& trainer) : trainer_(trainer) {
    trainer_.average_.swap();
}
StageTrainer::Averaged::~Averaged() {
    trainer_.average_.swap();
}

void StageTrainer::adopt_average() {
    average_.swap();
}

std::map<std::string, torch::Tensor> StageTrainer::state() const {
    std::map<std::string, torch::Tensor> state;
    optimizer_.add_state(state);
    average_.add_state(state);
    return state;
}

void StageTrainer::resume(const std::map<std::string, torch::Tensor>& state) {
    optimizer_.load_state(state);
    average_.load_state(state);
    average_.swap();  // the model file held the averaged weights, the state the raw ones
}

}  // namespace gbs::training
