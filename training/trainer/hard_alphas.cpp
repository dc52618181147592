// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/hard_alphas.h"

#include <memory>

#include "training/alpha/adversarial_alpha.h"
#include "training/alpha/alpha_generators.h"
#include "training/objective/autocast.h"
#include "training/objective/freeze_running_stats.h"
#include "training/objective/losses.h"
#include "training/objective/photo_blend.h"

namespace gbs::training {
namespace {

enum Stream : std::uint64_t { adversarial_stream = 14 };

using Generators = std::vector<std::unique_ptr<DifferentiableAlpha>>;

std::vector<torch::Tensor> detached(std::vector<torch::Tensor> levels) {
    for (torch::Tensor& level : levels) level = level.detach();
    return levels;
}

/// One generator per own row, null if its map stays. Empty if no map moves on any rank.
Generators draw_generators(const StageSetup& stage, const BatchPlan& plan, int step) {
    Generators generators;
    bool any = false;
    for (std::size_t row = 0; row < plan.kinds.size(); ++row) {
        Random random(stage.seed, Stream::adversarial_stream, stage.stage_index, step, row);
        const bool moved = alpha_generator(plan.kinds[row]).differentiable != nullptr &&
                           !plan.recurrent[row] && random.chance(stage.options.adversarial_share);
        any = any || moved;
        if (row < stage.rows.first || row >= stage.rows.last()) continue;
        generators.push_back(
            moved ? differentiable_alpha(plan.kinds[row], stage.options.alpha, stage.input_size, random)
                  : nullptr);
    }
    if (!any) generators.clear();
    return generators;
}

}  // namespace

void harden_alphas(StageSetup& stage, BatchFeatures& features, StepBatch& batch, int step,
                   const std::vector<torch::Tensor>& e) {
    const Generators generators = draw_generators(stage, batch.plan, step);
    if (generators.empty()) return;
    const auto fixed_e = detached(e), w1 = detached(batch.own_w()), w2 = detached(batch.w_at(batch.partner));
    const auto loss = [&](const torch::Tensor& alpha) {
        const FreezeRunningStats freeze(*stage.model);
        const auto blended = features.blends(batch, fixed_e, alpha);
        const torch::Tensor target = area_average(alpha, blended.back());
        const Autocast autocast(stage.options.precision, stage.device);
        const auto h1 = stage.model->decode(stage.model->condition(blended, w1));
        const auto h2 = stage.model->decode(stage.model->condition(blended, w2));
        return separation_loss(h1, h2, target, 1 - target);
    };
    batch.alpha = adversarial_alphas(batch.alpha, generators, stage.options.adversarial_steps,
                                     stage.options.adversarial_rate, loss);
}

}  // namespace gbs::training
