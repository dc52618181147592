// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/base/random.h"
#include "core/tensor/torch.h"
#include "training/alpha/alpha_maps.h"

namespace gbs::training {

// Adversarial optimization of the blending alpha by back-propagation, the first item of the paper's future
// work (docs/beyond.md): the generator's parameters theta move up the loss,
//   theta <- clip(theta + rate * range * sign(d L_sep(alpha(theta)) / d theta)).

/// A generator that is differentiable in its parameters: the pair of Gaussians (means and sigmas) or Perlin
/// noise (the angles of its lattice and where the lattice lies).
class MovableAlpha {
 public:
    virtual ~MovableAlpha() = default;
    /// [S, S] in [0, 1] on the CPU; gradients flow to `parameters`.
    virtual torch::Tensor map(int size) const = 0;
    const std::vector<torch::Tensor>& parameters() const { return parameters_; }
    /// One step of `rate` times each parameter's range up the gradients; the result stays in the range.
    void ascend(const std::vector<torch::Tensor>& gradients, double rate);

 protected:
    /// `value` becomes a parameter in [range.low, range.high]; `turns`: an angle, which has no ends.
    torch::Tensor add(torch::Tensor value, Range range, bool turns = false);

 private:
    struct Bounds {
        Range range;
        bool turns = false;
    };
    std::vector<torch::Tensor> parameters_;
    std::vector<Bounds> bounds_;
};

/// Whether the kind has a movable generator.
bool is_movable(AlphaKind kind);
/// Parameters as the plain generator draws them; for Gaussians the map is make_alpha's of the same stream.
std::unique_ptr<MovableAlpha> movable_alpha(AlphaKind kind, const AlphaOptions& options, int size,
                                            Random random);

/// `alpha` [B, S, S] with the maps of `generators` (one a row, null: the row stays) after `steps` steps up
/// `loss`, a function of all maps. Calls `loss` as often where no row has a generator: on another rank one
/// may have, and the ranks compute together.
torch::Tensor adversarial_alphas(const torch::Tensor& alpha,
                                 const std::vector<std::unique_ptr<MovableAlpha>>& generators, int steps,
                                 double rate, const std::function<torch::Tensor(const torch::Tensor&)>& loss);

}  // namespace gbs::training
