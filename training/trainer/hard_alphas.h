// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/tensor/torch.h"
#include "training/trainer/batch_features.h"

namespace gbs::training {

/// Moves the Gaussian and Perlin maps of some whole-caption rows up L_sep (option alpha.adversarial.share,
/// docs/beyond.md) and stores the result in `batch.alpha`. `e`: E of the photos. Ranks must call it together.
void harden_alphas(StageSetup& stage, BatchFeatures& features, StepBatch& batch, int step,
                   const std::vector<torch::Tensor>& e);

}  // namespace gbs::training
