// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/losses.h"

#include "core/model/text_conditioning.h"
#include "training/objective/freeze_running_stats.h"

namespace gbs::training {

torch::Tensor map_mse(const torch::Tensor& h, const torch::Tensor& target) {
    return (h - target).square().mean({1, 2}).mean();
}

torch::Tensor map_mse(const torch::Tensor& h, double target) {
    return (h - target).square().mean({1, 2}).mean();
}

torch::Tensor separation_loss(const torch::Tensor& h1, const torch::Tensor& h2, const torch::Tensor& target1,
                              const torch::Tensor& target2) {
    return map_mse(h1, target1) + map_mse(h2, target2);
}

double separation_ratio(const torch::Tensor& h1, const torch::Tensor& h2, const torch::Tensor& target1,
                        const torch::Tensor& target2) {
    const double loss = separation_loss(h1, h2, target1, target2).item<double>();
    const double variance = target1.var(false).item<double>() + target2.var(false).item<double>();
    return loss / std::max(variance, 1e-9);
}

std::vector<torch::Tensor> i2t_similarity(const std::vector<torch::Tensor>& w,
                                          const std::vector<torch::Tensor>& e) {
    std::vector<torch::Tensor> z;
    for (std::size_t i = 0; i < e.size(); ++i) {
        const torch::Tensor text = unit(w[i].to(torch::kFloat), 1);                 // [K, C]
        const torch::Tensor pixels = e[i].to(torch::kFloat).flatten(2);             // [M, C, x]
        const torch::Tensor norms = pixels.norm(2, {1}, true).clamp_min(1e-6);      // [M, 1, x]
        const torch::Tensor dot = torch::matmul(text, pixels);                      // [M, K, x]
        const torch::Tensor cosine = (dot / norms).clamp_min(0);                    // cos_+
        const torch::Tensor pooled = torch::bmm(cosine, pixels.transpose(1, 2));    // [M, K, C]
        z.push_back((unit(pooled, 2) * text.unsqueeze(0)).sum(2).transpose(0, 1));  // [K, M]
    }
    return z;
}

torch::Tensor i2t_loss(const std::vector<torch::Tensor>& z, const torch::Tensor& temperature,
                       I2tAlignment alignment, I2tReduction reduction) {
    const torch::Tensor answer =
        torch::arange(z[0].size(0), torch::TensorOptions(torch::kLong).device(z[0].device()));
    const double factor = reduction == I2tReduction::sum ? static_cast<double>(z[0].size(0)) : 1;
    const auto both_ways = [&](const torch::Tensor& level) {
        const torch::Tensor logits = temperature * level;
        return factor * (torch::nn::functional::cross_entropy(logits, answer) +
                         torch::nn::functional::cross_entropy(logits.transpose(0, 1), answer));
    };
    if (alignment == I2tAlignment::maximum) return both_ways(torch::stack(z).amax(0));
    torch::Tensor sum = both_ways(z[0]);
    for (std::size_t i = 1; i < z.size(); ++i) sum = sum + both_ways(z[i]);
    return sum / static_cast<double>(z.size());
}

torch::Tensor map_loss(const std::vector<torch::Tensor>& w, const std::vector<torch::Tensor>& e,
                       const torch::Tensor& maps, const torch::Tensor& known) {
    constexpr double sharpness = 20, power = 2, least = 1e-5;
    namespace F = torch::nn::functional;
    const auto to_size_of_maps = F::InterpolateFuncOptions()
                                     .size(std::vector<std::int64_t>{maps.size(1), maps.size(2)})
                                     .mode(torch::kBilinear)
                                     .align_corners(false);
    torch::Tensor cosine = torch::zeros_like(maps).unsqueeze(1);
    for (std::size_t i = 0; i < e.size(); ++i)
        cosine = cosine +
                 F::interpolate(cosine_map(e[i].to(torch::kFloat), w[i].to(torch::kFloat)), to_size_of_maps);
    const torch::Tensor log_q =
        torch::log_softmax((sharpness / static_cast<double>(e.size()) * cosine).flatten(1), 1);
    const torch::Tensor weights = maps.flatten(1).pow(power) + least;
    const torch::Tensor p = weights / weights.sum(1, true);
    return ((p * (p.log() - log_q)).sum(1) * known).mean();
}

SeparationMaps separation_maps(GroundingModel& model, const std::vector<torch::Tensor>& e,
                               const std::vector<torch::Tensor>& w1, const std::vector<torch::Tensor>& w2,
                               const std::vector<torch::Tensor>& w_neg, bool unconditioned) {
    std::vector<std::vector<torch::Tensor>> conditioned{model->condition(e, w1), model->condition(e, w2)};
    if (!w_neg.empty()) conditioned.push_back(model->condition(e, w_neg));
    std::vector<torch::Tensor> joined;
    for (std::size_t i = 0; i < e.size(); ++i) {
        std::vector<torch::Tensor> level;
        for (const auto& text : conditioned) level.push_back(text[i]);
        joined.push_back(torch::cat(level));
    }
    const auto maps = model->decode(joined).split(e[0].size(0));
    const torch::Tensor hneg = w_neg.empty() ? torch::zeros_like(maps[0]) : maps[2];
    if (!unconditioned) return {maps[0], maps[1], hneg, torch::full_like(maps[0], 0.5)};
    const FreezeRunningStats freeze(*model->decoder());
    return {maps[0], maps[1], hneg, model->decode(model->unconditioned(e))};
}

}  // namespace gbs::training
