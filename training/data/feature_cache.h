// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/tensor/torch.h"

namespace gbs::training {

/// Features of photos that never change because what makes them is frozen: one half-precision tensor a level,
/// [photos, h_i, w_i, C_i] (channels last: what 1x1 convolutions on a CPU are quickest with), on the CPU.
/// Filled in batches of a fixed size in the photos' order, so that every run, resumed or not, sees the same
/// bits.
class FeatureCache {
 public:
    static constexpr std::int64_t fill_batch = 16;
    /// Features of photos first .. first + count - 1, each level [count, C_i, h_i, w_i].
    using Make = std::function<std::vector<torch::Tensor>(std::int64_t first, std::int64_t count)>;

    FeatureCache() = default;
    /// `progress(done, total)` is called after each batch; throwing from it ends the work.
    FeatureCache(std::int64_t photos, const Make& make,
                 const std::function<void(std::int64_t, std::int64_t)>& progress = {});

    /// What `tensors()` gave.
    explicit FeatureCache(const std::map<std::string, torch::Tensor>& tensors);
    /// "0", "1", ...: the levels.
    std::map<std::string, torch::Tensor> tensors() const;

    bool empty() const { return levels_.empty(); }
    std::int64_t photos() const { return levels_.empty() ? 0 : levels_[0].size(0); }
    /// Float32, each level [indices, C_i, h_i, w_i] in channels-last memory.
    std::vector<torch::Tensor> gather(std::span<const std::int64_t> indices) const;
    std::vector<torch::Tensor> range(std::int64_t first, std::int64_t count) const;
    std::size_t bytes() const;

 private:
    std::vector<torch::Tensor> levels_;
};

}  // namespace gbs::training
