// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/text_conditioning.h"

#include <stdexcept>

#include "core/base/error.h"
#ifdef GBS_CUDA_KERNELS
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

#include "core/model/attenuation_kernels.h"
#endif

namespace gbs {

torch::Tensor cosine_map(const torch::Tensor& e, const torch::Tensor& w) {
    return (unit(e, 1) * unit(w, 1).unsqueeze(-1).unsqueeze(-1)).sum(1, true);
}

namespace {

constexpr double epsilon = 1e-6;

/// cos_+ at each pixel, [B, 1, h, w] in [0, 1].
torch::Tensor cosine_plus(const torch::Tensor& e, const torch::Tensor& w) {
    return cosine_map(e, w).clamp_min(0);
}

#ifdef GBS_CUDA_KERNELS
/// Eq. 5 or 12 as a fused kernel; an undefined tensor if the kernel does not apply or gradients are needed.
torch::Tensor attenuate_fused(Attenuation kind, const torch::Tensor& e_in, const torch::Tensor& w_in,
                              double scale) {
    const bool known = kind == Attenuation::distance || kind == Attenuation::projection;
    const bool gradient = torch::GradMode::is_enabled() && (e_in.requires_grad() || w_in.requires_grad());
    if (!known || gradient || !e_in.is_cuda() || e_in.size(1) > 8192) return {};
    const c10::cuda::CUDAGuard device(e_in.device());
    const torch::Tensor e = e_in.contiguous(), w = w_in.contiguous();
    torch::Tensor out = torch::empty_like(e);
    void* stream = c10::cuda::getCurrentCUDAStream().stream();
    const std::int64_t pixels = e.size(2) * e.size(3);
    const auto* from = e.const_data_ptr<float>();
    const auto* text = w.const_data_ptr<float>();
    const char* problem = kind == Attenuation::distance
                              ? launch_distance(from, text, out.mutable_data_ptr<float>(), e.size(0),
                                                e.size(1), pixels, static_cast<float>(scale), stream)
                              : launch_projection(from, text, out.mutable_data_ptr<float>(), e.size(0),
                                                  e.size(1), pixels, stream);
    if (problem) throw Error(std::string("the CUDA kernel of the text conditioning failed: ") + problem);
    return out;
}
#endif

}  // namespace

int attenuated_channels(Attenuation kind, int channels) {
    switch (kind) {
        case Attenuation::dist2atten:
        case Attenuation::cosine:
            return 1;
        case Attenuation::projection_cosine:
            return channels + 1;
        default:
            return channels;
    }
}

torch::Tensor unit(const torch::Tensor& x, std::int64_t dim) {
    return x / x.norm(2, {dim}, true).clamp_min(epsilon);
}

torch::Tensor attenuate(Attenuation kind, const torch::Tensor& e_in, const torch::Tensor& w_in,
                        double scale) {
    // Entries of a unit vector are small, so half precision would lose part of the difference.
    const torch::Tensor e = e_in.to(torch::kFloat);
    const torch::Tensor w = w_in.to(torch::kFloat);
#ifdef GBS_CUDA_KERNELS
    if (const torch::Tensor fused = attenuate_fused(kind, e, w, scale); fused.defined()) return fused;
#endif
    switch (kind) {
        case Attenuation::distance:
            return torch::exp(-scale * (unit(e, 1) - unit(w, 1).unsqueeze(-1).unsqueeze(-1)).abs()) * e;
        case Attenuation::projection:
            return cosine_plus(e, w) * e;
        case Attenuation::dist2atten:
            return torch::exp(-cosine_map(e, w));
        case Attenuation::cosine:
            return cosine_plus(e, w);
        case Attenuation::projection_cosine: {
            const torch::Tensor cosine = cosine_map(e, w);
            return torch::cat(
                {projection_cosine_scale * cosine.clamp_min(0) * e, cosine_channel_scale * cosine}, 1);
        }
        case Attenuation::attention:
            break;
    }
    throw std::logic_error("the learned attenuation is a module");
}

TextProjectionImpl::TextProjectionImpl(WordShape words, const std::vector<int>& channels) : words_(words) {
    if (words.layers > 1) {
        mix_ = register_parameter("mix", torch::zeros({words.layers}));
        gamma_ = register_parameter("gamma", torch::ones({}));
    }
    for (std::size_t i = 0; i < channels.size(); ++i)
        levels_.push_back(register_module(std::to_string(i), torch::nn::Linear(words.width, channels[i])));
}

std::vector<torch::Tensor> TextProjectionImpl::forward(const torch::Tensor& words,
                                                       const torch::Tensor& mask) {
    torch::Tensor mean = (words * mask.unsqueeze(-1)).sum(1) / mask.sum(1, true).clamp_min(1);
    if (mix_.defined()) {
        const torch::Tensor layers = mean.view({mean.size(0), words_.layers, words_.width});
        mean = gamma_ * (torch::softmax(mix_, 0).view({1, -1, 1}) * layers).sum(1);
    }
    std::vector<torch::Tensor> projected;
    for (auto& level : levels_) projected.push_back(level->forward(mean));
    return projected;
}

torch::Tensor i2t_map(const std::vector<torch::Tensor>& e, const std::vector<torch::Tensor>& w,
                      bool geometric_mean) {
    std::vector<torch::Tensor> cosines;
    for (std::size_t i = 0; i < e.size(); ++i)
        cosines.push_back(cosine_map(e[i].to(torch::kFloat), w[i].to(torch::kFloat)).squeeze(1));
    return join_levels(cosines, geometric_mean);
}

torch::Tensor join_levels(const std::vector<torch::Tensor>& cosines, bool geometric_mean) {
    namespace F = torch::nn::functional;
    const std::vector<std::int64_t> size{cosines.back().size(1), cosines.back().size(2)};
    std::vector<torch::Tensor> maps;
    for (const torch::Tensor& cosine : cosines) {
        const auto options =
            F::InterpolateFuncOptions().size(size).mode(torch::kBilinear).align_corners(false);
        maps.push_back(F::interpolate(cosine.clamp_min(0).unsqueeze(1), options).squeeze(1));
    }
    const torch::Tensor levels = torch::stack(maps);
    if (!geometric_mean) return levels.amax(0);
    return levels.clamp_min(epsilon).log().mean(0).exp();
}

}  // namespace gbs
