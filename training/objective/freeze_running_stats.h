// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs::training {

/// During its lifetime, batch norms of `module` in training mode use the batch's statistics without updating
/// the running ones.
class FreezeRunningStats {
 public:
    explicit FreezeRunningStats(torch::nn::Module& module) {
        module.apply([this](torch::nn::Module& child) {
            if (auto* norm = child.as<torch::nn::BatchNorm2d>()) {
                saved_.emplace_back(norm, norm->options.momentum());
                norm->options.momentum(0.0);
            }
        });
    }
    ~FreezeRunningStats() {
        for (auto& [norm, momentum] : saved_) norm->options.momentum(momentum);
    }
    FreezeRunningStats(const FreezeRunningStats&) = delete;
    FreezeRunningStats& operator=(const FreezeRunningStats&) = delete;

 private:
    std::vector<std::pair<torch::nn::BatchNorm2dImpl*, std::optional<double>>> saved_;
};

}  // namespace gbs::training
