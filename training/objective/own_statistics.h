// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs::training {

/// While it lives, the batch norms of `module` that train use the batch's statistics and do not touch the
/// running ones.
class OwnStatistics {
 public:
    explicit OwnStatistics(torch::nn::Module& module) {
        module.apply([this](torch::nn::Module& child) {
            if (auto* norm = child.as<torch::nn::BatchNorm2d>()) {
                kept_.emplace_back(norm, norm->options.momentum());
                norm->options.momentum(0.0);
            }
        });
    }
    ~OwnStatistics() {
        for (auto& [norm, momentum] : kept_) norm->options.momentum(momentum);
    }
    OwnStatistics(const OwnStatistics&) = delete;
    OwnStatistics& operator=(const OwnStatistics&) = delete;

 private:
    std::vector<std::pair<torch::nn::BatchNorm2dImpl*, std::optional<double>>> kept_;
};

}  // namespace gbs::training
