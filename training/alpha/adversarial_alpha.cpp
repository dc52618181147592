// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/adversarial_alpha.h"

#include <torch/csrc/autograd/autograd.h>

namespace gbs::training {
namespace {

torch::Tensor with_maps(const torch::Tensor& alpha,
                        const std::vector<std::unique_ptr<DifferentiableAlpha>>& generators) {
    std::vector<torch::Tensor> rows;
    const int size = static_cast<int>(alpha.size(1));
    for (std::size_t row = 0; row < generators.size(); ++row)
        rows.push_back(generators[row] ? generators[row]->map(size).to(alpha.device())
                                       : alpha[static_cast<std::int64_t>(row)]);
    return torch::stack(rows);
}

}  // namespace

torch::Tensor adversarial_alphas(const torch::Tensor& alpha,
                                 const std::vector<std::unique_ptr<DifferentiableAlpha>>& generators,
                                 int steps, double rate,
                                 const std::function<torch::Tensor(const torch::Tensor&)>& loss) {
    for (int step = 0; step < steps; ++step) {
        // First to the maps, which every rank does alike, then from the maps to the parameters.
        const torch::Tensor maps = with_maps(alpha, generators);
        const torch::Tensor leaf = maps.detach().requires_grad_();
        const torch::Tensor up = torch::autograd::grad({loss(leaf)}, {leaf})[0];
        for (std::size_t row = 0; row < generators.size(); ++row) {
            if (!generators[row]) continue;
            const auto at = static_cast<std::int64_t>(row);
            generators[row]->ascend(
                torch::autograd::grad({maps[at]}, generators[row]->parameters(), {up[at]},
                                      /*retain_graph=*/true, false, /*allow_unused=*/true),
                rate);
        }
    }
    return with_maps(alpha, generators).detach();
}

}  // namespace gbs::training
