// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/base/random.h"
#include "core/tensor/torch.h"
#include "training/alpha/alpha_maps.h"

namespace gbs::training {

/// A generator that is differentiable in its parameters.
class DifferentiableAlpha {
 public:
    virtual ~DifferentiableAlpha() = default;
    /// [S, S] in [0, 1] on the CPU; gradients flow to `parameters`.
    virtual torch::Tensor map(int size) const = 0;
    const std::vector<torch::Tensor>& parameters() const { return parameters_; }
    /// Adds `rate` times the parameter's range times the sign of its gradient, and clips to the range.
    void ascend(const std::vector<torch::Tensor>& gradients, double rate);

 protected:
    /// Makes `value` a parameter in [range.low, range.high]. `periodic`: an angle, which is not clipped.
    torch::Tensor add(torch::Tensor value, Range range, bool periodic = false);

 private:
    struct Bounds {
        Range range;
        bool periodic = false;
    };
    std::vector<torch::Tensor> parameters_;
    std::vector<Bounds> bounds_;
};

/// Means and sigmas of the two Gaussians; the map is that of draw_gaussians for the same stream.
std::unique_ptr<DifferentiableAlpha> differentiable_gaussians(const AlphaOptions& options, int size,
                                                              Random random);
/// Angles of the Perlin lattice and its offset; parameters are distributed as those of draw_perlin.
std::unique_ptr<DifferentiableAlpha> differentiable_perlin(const AlphaOptions& options, int size,
                                                           Random random);

}  // namespace gbs::training
