// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/feature_cache.h"

#include <algorithm>

namespace gbs::training {
namespace {

/// Half-precision [B, h, w, C] -> float32 [B, C, h, w] in channels-last memory.
torch::Tensor channels_first(const torch::Tensor& level) {
    return level.to(torch::kFloat).permute({0, 3, 1, 2});
}

}  // namespace

FeatureCache::FeatureCache(std::int64_t photos, const Make& make,
                           const std::function<void(std::int64_t, std::int64_t)>& progress) {
    const torch::NoGradGuard no_grad;
    for (std::int64_t first = 0; first < photos; first += fill_batch) {
        const std::int64_t count = std::min(fill_batch, photos - first);
        const auto features = make(first, count);
        if (levels_.empty()) {
            for (const auto& level : features) {
                levels_.push_back(
                    torch::empty({photos, level.size(2), level.size(3), level.size(1)}, torch::kHalf));
            }
        }
        for (std::size_t i = 0; i < features.size(); ++i)
            levels_[i].narrow(0, first, count).copy_(features[i].permute({0, 2, 3, 1}));
        if (progress) progress(first + count, photos);
    }
}

FeatureCache::FeatureCache(const std::map<std::string, torch::Tensor>& tensors) {
    for (std::size_t i = 0; i < tensors.size(); ++i) levels_.push_back(tensors.at(std::to_string(i)));
}

std::map<std::string, torch::Tensor> FeatureCache::tensors() const {
    std::map<std::string, torch::Tensor> named;
    for (std::size_t i = 0; i < levels_.size(); ++i) named[std::to_string(i)] = levels_[i];
    return named;
}

std::vector<torch::Tensor> FeatureCache::gather(std::span<const std::int64_t> indices) const {
    const torch::Tensor rows = torch::tensor(std::vector<std::int64_t>(indices.begin(), indices.end()));
    std::vector<torch::Tensor> features;
    for (const auto& level : levels_) features.push_back(channels_first(level.index_select(0, rows)));
    return features;
}

std::vector<torch::Tensor> FeatureCache::range(std::int64_t first, std::int64_t count) const {
    std::vector<torch::Tensor> features;
    for (const auto& level : levels_) features.push_back(channels_first(level.narrow(0, first, count)));
    return features;
}

}  // namespace gbs::training
