// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/batch_features.h"

#include "training/objective/stage_features.h"

namespace gbs::training {

BatchFeatures::BatchFeatures(StageSetup& stage) : stage_(stage) {
    if (stage_.bottlenecks == nullptr || stage_.options.learn_necks) return;
    const FeatureCache& bottlenecks = *stage_.bottlenecks;
    features_ = FeatureCache(bottlenecks.photos(), [&](std::int64_t first, std::int64_t count) {
        return expand_bottlenecks(stage_.model, bottlenecks.range(first, count), stage_.device);
    });
}

std::vector<torch::Tensor> BatchFeatures::photos(const StepBatch& batch) {
    return stage_.bottlenecks ? cached(batch.own_photo)
                              : encode_images(stage_.model, stage_.options, batch.own_photos());
}

std::vector<torch::Tensor> BatchFeatures::blends(const StepBatch& batch, const std::vector<torch::Tensor>& e,
                                                 const torch::Tensor& alpha) {
    if (stage_.options.blend_space == BlendSpace::features)
        return blend_features(e, partners(batch, e), batch.plan.alpha, alpha);
    return encode_images(stage_.model, stage_.options, batch.blend(alpha));
}

std::vector<torch::Tensor> BatchFeatures::cached(const std::vector<std::size_t>& photos) {
    const std::vector<std::int64_t> indices(photos.begin(), photos.end());
    if (!frozen())
        return expand_bottlenecks(stage_.model, stage_.bottlenecks->gather(indices), stage_.device);
    auto levels = features_.gather(indices);
    for (auto& level : levels) level = level.to(stage_.device);
    return levels;
}

/// From the cache if E never changes, otherwise as the partners' rank computed them.
std::vector<torch::Tensor> BatchFeatures::partners(const StepBatch& batch,
                                                   const std::vector<torch::Tensor>& e) {
    if (stage_.communicator.size() > 1 && frozen()) {
        std::vector<std::size_t> photos;
        for (const std::size_t row : batch.own) photos.push_back(batch.plan.photos[batch.plan.partner[row]]);
        return cached(photos);
    }
    std::vector<torch::Tensor> levels;
    for (const auto& level : e) levels.push_back(all_gather_rows(stage_.communicator, level));
    for (auto& level : levels) level = level.index_select(0, batch.partner);
    return levels;
}

}  // namespace gbs::training
