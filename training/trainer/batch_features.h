// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/tensor/torch.h"
#include "training/trainer/stage_context.h"
#include "training/trainer/step_batch.h"

namespace gbs::training {

/// E^1..E^n of a step's photos, partners and blends, each level [b, C_i, h_i, w_i]: encoded, or read from the
/// cache of a frozen encoder.
class BatchFeatures {
 public:
    /// `stage` must outlive the object. If the encoder and the necks are frozen, their features are computed
    /// once, here.
    explicit BatchFeatures(StageSetup& stage);

    /// Whether E of a photo never changes during the stage.
    bool frozen() const { return !features_.empty(); }
    std::vector<torch::Tensor> photos(const StepBatch& batch);
    /// Of the blends with `alpha` [b, S, S]; `e`: photos(batch), used if features are blended.
    std::vector<torch::Tensor> blends(const StepBatch& batch, const std::vector<torch::Tensor>& e,
                                      const torch::Tensor& alpha);

 private:
    std::vector<torch::Tensor> cached(const std::vector<std::size_t>& photos);
    std::vector<torch::Tensor> partners(const StepBatch& batch, const std::vector<torch::Tensor>& e);

    StageSetup& stage_;
    FeatureCache features_;  ///< E of every photo, if nothing that computes them learns
};

}  // namespace gbs::training
