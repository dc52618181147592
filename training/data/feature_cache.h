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

/// Features of photos, for parts that are frozen: one half-precision tensor per level, [photos, h_i, w_i,
/// C_i], on the CPU. Channels come last because 1x1 convolutions on a CPU are fastest that way. Filled in
/// batches of a fixed size in the photos' order, so that every run, resumed or not, has the same bits.
class FeatureCache {
 public:
    static constexpr std::int64_t fill_batch = 16;
    /// Features of photos first .. first + count - 1, each level [count, C_i, h_i, w_i].
    using Make = std::function<std::vector<torch::Tensor>(std::int64_t first, std::int64_t count)>;

    FeatureCache() = default;
    /// `progress(done, total)` is called after each batch; an exception from it ends the work.
    FeatureCache(std::int64_t photos, const Make& make,
                 const std::function<void(std::int64_t, std::int64_t)>& progress = {});

    /// Restores what `tensors()` returned.
    explicit FeatureCache(const std::map<std::string, torch::Tensor>& tensors);
    /// The levels, named "0", "1", ...
    std::map<std::string, torch::Tensor> tensors() const;

    bool empty() const { return levels_.empty(); }
    std::int64_t photos() const { return levels_.empty() ? 0 : levels_[0].size(0); }
    /// Float32, each level [indices, C_i, h_i, w_i] in channels-last memory.
    std::vector<torch::Tensor> gather(std::span<const std::int64_t> indices) const;
    std::vector<torch::Tensor> range(std::int64_t first, std::int64_t count) const;

 private:
    std::vector<torch::Tensor> levels_;
};

}  // namespace gbs::training
