// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/optimizer/moving_average.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/tensor/tensors.h"
#include "training/optimizer/learned_parts.h"

namespace gbs::training {

MovingAverage::MovingAverage(GroundingModel model, const StageOptions& stage)
    : model_(std::move(model)), decay_(stage.ema) {
    if (decay_ <= 0) return;
    for (const auto& [name, tensor] : module_tensors(*model_))
        if (tensor.is_floating_point() && learns(stage, name)) tensors_[name] = tensor.detach().clone();
}

void MovingAverage::update(int step) {
    if (empty()) return;
    const torch::NoGradGuard no_grad;
    // A shorter memory at first, to forget the random start quickly.
    const double decay = std::min(decay_, (1.0 + step) / (10.0 + step));
    for (const auto& [name, tensor] : module_tensors(*model_))
        if (const auto found = tensors_.find(name); found != tensors_.end())
            found->second.lerp_(tensor, 1 - decay);
}

void MovingAverage::swap() {
    if (empty()) return;
    const torch::NoGradGuard no_grad;
    for (auto& [name, tensor] : module_tensors(*model_)) {
        const auto found = tensors_.find(name);
        if (found == tensors_.end()) continue;
        const torch::Tensor kept = tensor.clone();
        tensor.copy_(found->second);
        found->second.copy_(kept);
    }
}

void MovingAverage::add_state(std::map<std::string, torch::Tensor>& state) const {
    for (const auto& [name, tensor] : tensors_) state["average." + name] = tensor;
}

void MovingAverage::load_state(const std::map<std::string, torch::Tensor>& state) {
    const torch::NoGradGuard no_grad;
    for (auto& [name, tensor] : tensors_) {
        const auto found = state.find("average." + name);
        if (found == state.end()) throw Error("the checkpoint's state lacks average." + name);
        tensor.copy_(found->second);
    }
}

}  // namespace gbs::training
