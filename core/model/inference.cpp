// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/inference.h"

#include <algorithm>
#include <cmath>

#include "core/tensor/tensors.h"

namespace gbs {
namespace {

/// H_GbS and H_i2t of a view of the photo, stacked: [2, B, h, w].
torch::Tensor infer_view(GroundingModel& model, const std::vector<torch::Tensor>& e, std::int64_t view,
                         const std::vector<torch::Tensor>& w) {
    std::vector<torch::Tensor> repeated;
    for (const auto& level : e)
        repeated.push_back(level.narrow(0, view, 1).expand({w[0].size(0), -1, -1, -1}));
    return torch::stack({model->decode(model->condition(repeated, w)), model->match(repeated, w)});
}

}  // namespace

torch::Tensor gaussian_blur(const torch::Tensor& maps, double sigma) {
    if (sigma <= 0) return maps;
    const std::int64_t max_radius = std::min(maps.size(1), maps.size(2)) - 1;
    const std::int64_t radius =
        std::min<std::int64_t>(static_cast<std::int64_t>(std::ceil(3 * sigma)), max_radius);
    if (radius < 1) return maps;
    const torch::Tensor offsets = torch::arange(-radius, radius + 1, maps.options());
    torch::Tensor kernel = torch::exp(-offsets.square() / (2 * sigma * sigma));
    kernel = kernel / kernel.sum();
    namespace F = torch::nn::functional;
    const auto padding = F::PadFuncOptions({radius, radius, radius, radius}).mode(torch::kReplicate);
    const torch::Tensor padded = F::pad(maps.unsqueeze(1), padding);
    return torch::conv2d(torch::conv2d(padded, kernel.view({1, 1, 1, -1})), kernel.view({1, 1, -1, 1}))
        .squeeze(1);
}

torch::Tensor photo_views(const ModelOptions& options, const torch::Tensor& photo) {
    const torch::Tensor view = photo.unsqueeze(0);
    return options.mirror ? torch::cat({view, view.flip({3})}) : view;
}

PhraseMaps infer_maps(GroundingModel& model, const std::vector<torch::Tensor>& e,
                      const std::vector<torch::Tensor>& w) {
    const torch::NoGradGuard no_grad;
    torch::Tensor maps = infer_view(model, e, 0, w);
    if (e[0].size(0) > 1) maps = (maps + infer_view(model, e, 1, w).flip({3})) / 2;
    PhraseMaps result;
    result.gbs = gaussian_blur(maps[0], model->options().gbs_blur);
    result.i2t = gaussian_blur(maps[1], model->options().blur);
    result.mean = (result.gbs * result.i2t).sqrt();
    return result;
}

std::vector<Grounding> to_groundings(const PhraseMaps& maps, std::span<const std::string> phrases) {
    const torch::Tensor gbs = maps.gbs.cpu(), i2t = maps.i2t.cpu(), mean = maps.mean.cpu();
    std::vector<Grounding> groundings;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        groundings.push_back(
            {phrases[i], to_heatmap(gbs[row]), to_heatmap(i2t[row]), to_heatmap(mean[row]), 0});
    }
    return groundings;
}

}  // namespace gbs
