// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/objective.h"

#include <cmath>

#include "core/base/error.h"
#include "training/objective/autocast.h"
#include "training/optimizer/schedules.h"

namespace gbs::training {
namespace {

std::vector<torch::Tensor> own_rows(const std::vector<torch::Tensor>& levels, const RankRows& rows) {
    std::vector<torch::Tensor> own;
    for (const auto& level : levels)
        own.push_back(
            level.narrow(0, static_cast<std::int64_t>(rows.first), static_cast<std::int64_t>(rows.count)));
    return own;
}

}  // namespace

Objective::Objective(const StageOptions& options, Communicator& ranks) : options_(options), ranks_(ranks) {}

Objective::Result Objective::compute(GroundingModel& model, const ObjectiveInputs& in, int step) const {
    Result result;
    if (options_.separates()) separate(model, in, step, result);
    if (options_.aligns()) result.terms.push_back({"i2t", align(model, in), options_.loss_i2t});
    if (options_.distills())
        result.terms.push_back(
            {"map", map_loss(own_rows(in.w, in.rows), in.photos, in.teacher, in.taught), options_.loss_map});
    result.total = torch::zeros({}, torch::TensorOptions().device(in.w.front().device()));
    for (const LossTerm& term : result.terms)
        if (term.weight > 0) result.total = result.total + term.weight * term.value;
    return result;
}

/// The losses of the blends.
void Objective::separate(GroundingModel& model, const ObjectiveInputs& in, int step, Result& result) const {
    const Autocast autocast(options_.precision, in.target1.device());
    const double ramp = Ramp{0, static_cast<std::int64_t>(options_.loss_ramp * options_.steps)}.at(step);
    const bool adversarial = options_.loss_adv > 0, negative = options_.loss_neg > 0;
    const SeparationMaps maps =
        separation_maps(model, in.blends, own_rows(in.w, in.rows), in.w2,
                        negative ? in.w_neg : std::vector<torch::Tensor>{}, adversarial);
    auto& terms = result.terms;
    terms.push_back({"sep", separation_loss(maps.h1, maps.h2, in.target1, in.target2), options_.loss_sep});
    if (negative) terms.push_back({"neg", map_mse(maps.hneg, 0.0), options_.loss_neg * ramp});
    if (adversarial) terms.push_back({"adv", map_mse(maps.hadv, 0.5), options_.loss_adv * ramp});
    result.maps = maps;
}

/// L_i2t of this rank's photos with the texts of all ranks (option i2t.all_ranks) or with its own.
torch::Tensor Objective::align(GroundingModel& model, const ObjectiveInputs& in) const {
    const bool all = options_.i2t_all_ranks && ranks_.size() > 1;
    auto z = i2t_similarity(all ? in.w : own_rows(in.w, in.rows), in.photos);  // [texts, own photos]
    if (all)
        for (auto& level : z)
            level = all_gather_rows(ranks_, level.transpose(0, 1).contiguous()).transpose(0, 1);
    return i2t_loss(z, model->temperature(), options_.i2t_alignment, options_.i2t_reduction);
}

NamedValues Objective::report(const Result& result) const {
    std::vector<double> numbers{result.total.item<double>()};
    for (const LossTerm& term : result.terms) numbers.push_back(term.value.item<double>());
    numbers = ranks_.average(numbers);
    NamedValues values{{"total", numbers[0]}};
    for (std::size_t i = 0; i < result.terms.size(); ++i) {
        const std::string& name = result.terms[i].name;
        if (!std::isfinite(numbers[i + 1])) throw Error("L_" + name + " is not finite");
        values.emplace_back(name, numbers[i + 1]);
    }
    return values;
}

NamedValues Objective::measure(GroundingModel& model, const Result& result, const ObjectiveInputs& in) const {
    const torch::NoGradGuard no_grad;
    NamedValues values;
    // Of the whole batch: the variance over all rows is not the mean of the ranks' variances.
    const auto all = [&](const torch::Tensor& maps) { return ranks_.all_gather(maps.to(torch::kFloat)); };
    if (options_.separates())
        values.emplace_back("ratio", separation_ratio(all(result.maps.h1), all(result.maps.h2),
                                                      all(in.target1), all(in.target2)));
    if (options_.aligns()) values.emplace_back("temperature", model->temperature().item<double>());
    return values;
}

}  // namespace gbs::training
