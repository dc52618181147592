// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/tensor/torch.h"
#include "training/alpha/differentiable_alpha.h"

namespace gbs::training {

/// Optimizes alpha maps against the model (section 5 of the paper, future work; docs/beyond.md): the
/// generators' parameters theta move up the loss,
///   theta <- clip(theta + rate * range * sign(d L_sep(alpha(theta)) / d theta)).
/// `alpha`: [B, S, S]; `generators`: one per row, null if the row stays; `loss`: a function of all maps.
/// Returns the maps after `steps` steps. Calls `loss` just as often if no row has a generator, because ranks
/// compute it together and another rank may have one.
torch::Tensor adversarial_alphas(const torch::Tensor& alpha,
                                 const std::vector<std::unique_ptr<DifferentiableAlpha>>& generators,
                                 int steps, double rate,
                                 const std::function<torch::Tensor(const torch::Tensor&)>& loss);

}  // namespace gbs::training
