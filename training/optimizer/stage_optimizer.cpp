// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/optimizer/stage_optimizer.h"

#include <torch/nn/utils/clip_grad.h>
#include <torch/optim/adam.h>
#include <torch/optim/adamw.h>

#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/trace.h"
#include "training/optimizer/learned_parts.h"
#include "training/optimizer/schedules.h"

namespace gbs::training {
namespace {

Schedule schedule_of(const StageOptions& options) {
    Schedule schedule;
    schedule.base = options.learning_rate;
    schedule.warmup_steps = options.warmup;
    schedule.decay_every = options.decay_every;
    schedule.total_steps = options.steps;
    schedule.kind = options.schedule;
    schedule.points.clear();
    for (int i = 0; i <= 2; ++i)
        schedule.points.push_back(
            {static_cast<std::int64_t>(options.decay_every) * i, options.learning_rate * std::pow(0.1, i)});
    return schedule;
}

template <typename State>
void put_state(const std::string& name, const torch::optim::OptimizerParamState& stored,
               std::map<std::string, torch::Tensor>& out) {
    const auto& state = static_cast<const State&>(stored);
    out["optimizer." + name + ".step"] = torch::tensor(state.step());
    out["optimizer." + name + ".exp_avg"] = state.exp_avg();
    out["optimizer." + name + ".exp_avg_sq"] = state.exp_avg_sq();
}

template <typename State>
std::unique_ptr<torch::optim::OptimizerParamState> take_state(
    const std::string& name, const torch::Tensor& like, const std::map<std::string, torch::Tensor>& in) {
    const auto at = [&](const char* part) -> torch::Tensor {
        const auto found = in.find("optimizer." + name + part);
        if (found == in.end()) throw Error("the checkpoint's state lacks optimizer." + name + part);
        return found->second;
    };
    if (at(".exp_avg").sizes() != like.sizes())
        throw Error("the checkpoint's optimizer." + name + " has another shape");
    auto state = std::make_unique<State>();
    const torch::Tensor step = at(".step");
    state->step(step.item<std::int64_t>());
    state->exp_avg(at(".exp_avg").to(like.device()).clone());
    state->exp_avg_sq(at(".exp_avg_sq").to(like.device()).clone());
    return state;
}

}  // namespace

StageOptimizer::StageOptimizer(GroundingModel model, const StageOptions& options, Communicator& ranks)
    : options_(options) {
    require_gradients(model, options_);
    std::vector<torch::Tensor> encoder, rest, all;
    for (auto& item : model->named_parameters()) {
        if (!item.value().requires_grad()) continue;
        learned_.emplace_back(item.key(), item.value());
        all.push_back(item.value());
        (item.key().starts_with("encoder.") ? encoder : rest).push_back(item.value());
    }
    std::vector<torch::optim::OptimizerParamGroup> groups{torch::optim::OptimizerParamGroup(rest),
                                                          torch::optim::OptimizerParamGroup(encoder)};
    if (options_.optimizer == OptimizerKind::adamw)
        optimizer_ = std::make_unique<torch::optim::AdamW>(
            groups, torch::optim::AdamWOptions(options_.learning_rate).weight_decay(options_.weight_decay));
    else
        optimizer_ = std::make_unique<torch::optim::Adam>(
            groups, torch::optim::AdamOptions(options_.learning_rate).weight_decay(options_.weight_decay));
    buckets_ = std::make_unique<GradientBuckets>(ranks, all);
}

StageOptimizer::Step StageOptimizer::step(const torch::Tensor& loss, int step) {
    optimizer_->zero_grad();
    buckets_->begin();
    {
        const TraceSpan span("backward");
        loss.backward();
        buckets_->finish();
    }
    const TraceSpan span("step");
    std::vector<torch::Tensor> parameters;
    for (auto& [name, tensor] : learned_)
        if (tensor.grad().defined()) parameters.push_back(tensor);
    Step result;
    result.gradient_norm = torch::nn::utils::clip_grad_norm_(
        parameters, options_.clip > 0 ? options_.clip : std::numeric_limits<double>::infinity());
    if (!std::isfinite(result.gradient_norm)) throw Error("the gradient is not finite");
    result.learning_rate = schedule_of(options_).at(step);
    optimizer_->param_groups()[0].options().set_lr(result.learning_rate);
    optimizer_->param_groups()[1].options().set_lr(result.learning_rate * options_.encoder_rate);
    optimizer_->step();
    return result;
}

void StageOptimizer::add_state(std::map<std::string, torch::Tensor>& state) const {
    for (const auto& [name, tensor] : learned_) {
        const auto found = optimizer_->state().find(tensor.unsafeGetTensorImpl());
        if (found == optimizer_->state().end()) continue;
        if (options_.optimizer == OptimizerKind::adamw)
            put_state<torch::optim::AdamWParamState>(name, *found->second, state);
        else
            put_state<torch::optim::AdamParamState>(name, *found->second, state);
    }
}

void StageOptimizer::load_state(const std::map<std::string, torch::Tensor>& state) {
    for (const auto& [name, tensor] : learned_) {
        // A parameter that no loss of the stage reaches has no state.
        if (state.count("optimizer." + name + ".step") == 0) continue;
        optimizer_->state()[tensor.unsafeGetTensorImpl()] =
            options_.optimizer == OptimizerKind::adamw
                ? take_state<torch::optim::AdamWParamState>(name, tensor, state)
                : take_state<torch::optim::AdamParamState>(name, tensor, state);
    }
}

}  // namespace gbs::training
