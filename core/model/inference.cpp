// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/inference.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/model/zero_shot.h"
#include "core/tensor/row_by_row.h"
#include "core/tensor/tensors.h"

namespace gbs {
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

std::vector<torch::Tensor> encode_views(GroundingModel& model, const torch::Tensor& views) {
    return compute_row_by_row(views, [&](const torch::Tensor& view) { return model->encode(view); });
}

std::size_t PhotoFeatures::bytes() const {
    std::size_t sum = 0;
    for (const torch::Tensor& level : e) sum += level.nbytes();
    if (decoder)
        for (const auto& level : decoder->levels) sum += level.taps.nbytes();
    return sum;
}

MapInference::MapInference(GroundingModel model)
    : model_(std::move(model)),
      decoder_(has_decoder(model_->options()) ? PhraseDecoder::make(model_) : nullptr) {}

PhotoFeatures MapInference::prepare(const std::vector<torch::Tensor>& e) const {
    const torch::NoGradGuard no_grad;
    if (!decoder_ || !decoder_->fits(e)) return {e, std::nullopt};
    PhotoFeatures photo{{}, decoder_->prepare(e)};
    for (const torch::Tensor& level : e) photo.e.push_back(unit(level.to(torch::kFloat), 1).contiguous());
    return photo;
}

/// H_GbS and H_i2t of all views, [2, V, B, h, w]. Adds the cosines of the photo itself to `of_photo`.
torch::Tensor MapInference::decode_once(const PhotoFeatures& photo, const std::vector<torch::Tensor>& w,
                                        std::vector<torch::Tensor>& of_photo) const {
    std::vector<torch::Tensor> cosines, flat;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const torch::Tensor& level = photo.e[i];
        const std::int64_t views = level.size(0), height = level.size(2), width = level.size(3);
        const torch::Tensor cosine =
            torch::matmul(unit(w[i].to(torch::kFloat), 1), level.flatten(2)).clamp(-1, 1);
        of_photo.push_back(cosine[0]);
        cosines.push_back(cosine.view({views, -1, height, width}));
        flat.push_back(cosine.view({-1, height, width}));
    }
    const torch::Tensor gbs = decoder_->decode(*photo.decoder, cosines);
    const bool geometric = model_->options().i2t_levels == I2tLevels::geometric_mean;
    return torch::stack({gbs, join_levels(flat, geometric).view(gbs.sizes())});
}

/// The same for any attenuation, one view after the other.
torch::Tensor MapInference::decode_each(const PhotoFeatures& photo,
                                        const std::vector<torch::Tensor>& w) const {
    std::vector<torch::Tensor> views;
    for (std::int64_t view = 0; view < photo.e[0].size(0); ++view) {
        std::vector<torch::Tensor> repeated;
        for (const auto& level : photo.e)
            repeated.push_back(level.narrow(0, view, 1).expand({w[0].size(0), -1, -1, -1}));
        const torch::Tensor i2t = model_->match(repeated, w);
        if (has_decoder(model_->options()))
            views.push_back(torch::stack({model_->decode(model_->condition(repeated, w)), i2t}));
        else
            views.push_back(i2t.unsqueeze(0));
    }
    return torch::stack(views, 1);
}

PhraseMaps MapInference::maps(const PhotoFeatures& photo, const std::vector<torch::Tensor>& w) const {
    const torch::NoGradGuard no_grad;
    PhraseMaps result;
    const torch::Tensor views = photo.decoder ? decode_once(photo, w, result.cosines) : decode_each(photo, w);
    torch::Tensor maps = views.select(1, 0);
    if (views.size(1) > 1) maps = (maps + views.select(1, 1).flip({3})) / 2;
    result.i2t = gaussian_blur(maps[-1], model_->options().blur);
    if (!has_decoder(model_->options())) {
        result.mean = result.i2t;
        return result;
    }
    result.gbs = gaussian_blur(maps[0], model_->options().gbs_blur);
    result.mean = (result.gbs * result.i2t).sqrt();
    return result;
}

std::vector<Grounding> to_groundings(const PhraseMaps& maps, std::span<const std::string> phrases) {
    const torch::Tensor gbs = maps.gbs.defined() ? maps.gbs.cpu() : maps.gbs, i2t = maps.i2t.cpu(),
                        mean = maps.mean.cpu();
    std::vector<Grounding> groundings;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        groundings.push_back({phrases[i], gbs.defined() ? to_heatmap(gbs[row]) : Heatmap(),
                              to_heatmap(i2t[row]), to_heatmap(mean[row]), 0});
    }
    return groundings;
}

}  // namespace gbs
