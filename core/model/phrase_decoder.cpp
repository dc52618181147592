// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/phrase_decoder.h"

#include <ATen/Parallel.h>

#include "core/model/tap_sum.h"
#include "core/tensor/operation_meter.h"

namespace gbs {
namespace {

constexpr std::int64_t taps = 9, with_shortcut = 10;
/// Of the taps of a photo.
constexpr std::int64_t most_bytes = std::int64_t{64} << 20;

/// The factors of E and of the cosine in C, see `attenuate`.
struct Factors {
    double e = 1, cosine = 0;
};

/// A 3x3 and a 1x1 convolution with the same inputs as one matrix: [O, C, 3, 3] and [O, C, 1, 1] -> [C, 10 * O].
torch::Tensor as_taps(const torch::Tensor& weight, const torch::Tensor& shortcut) {
    const std::int64_t out = weight.size(0), in = weight.size(1);
    const torch::Tensor all = torch::cat({weight.reshape({out, in, taps}), shortcut.view({out, in, 1})}, 2);
    return all.permute({1, 2, 0}).reshape({in, with_shortcut * out}).contiguous();
}

torch::Tensor upsample(const torch::Tensor& x, const PhraseDecoder::Photo::Level& level) {
    const std::vector<std::int64_t> size{level.height, level.width};
    namespace F = torch::nn::functional;
    return F::interpolate(x,
                          F::InterpolateFuncOptions().size(size).mode(torch::kBilinear).align_corners(false));
}

/// The sum of the first nine of the maps [B, M, h, w], each moved by its tap, with zeros around them: [B, 1, h, w].
torch::Tensor sum_moved(const torch::Tensor& maps) {
    const std::int64_t height = maps.size(2), width = maps.size(3), size = height * width;
    torch::Tensor sum = torch::zeros({maps.size(0), 1, height, width});
    for (std::int64_t row = 0; row < maps.size(0); ++row)
        for (std::int64_t k = 0; k < taps; ++k)
            add_moved(maps.const_data_ptr<float>() + (row * maps.size(1) + k) * size, 1, k, height, width,
                      sum.mutable_data_ptr<float>() + row * size);
    return sum;
}

/// A 3x3 convolution of [B, 1, h, w] to one channel, for which the libraries' are slow. x and weight are contiguous.
torch::Tensor convolve_one_channel(const torch::Tensor& x, const torch::Tensor& weight,
                                   const torch::Tensor& bias) {
    const std::int64_t height = x.size(2), width = x.size(3), size = height * width;
    torch::Tensor sum = torch::empty({x.size(0), 1, height, width}).fill_(bias.item<float>());
    for (std::int64_t row = 0; row < x.size(0); ++row)
        for (std::int64_t k = 0; k < taps; ++k)
            add_moved(x.const_data_ptr<float>() + row * size, weight.const_data_ptr<float>()[k], k, height,
                      width, sum.mutable_data_ptr<float>() + row * size);
    return sum;
}

}  // namespace

std::shared_ptr<const PhraseDecoder> PhraseDecoder::make(GroundingModel& model) {
    const Attenuation kind = model->options().attenuation;
    const bool scales = kind == Attenuation::projection || kind == Attenuation::projection_cosine;
    if (!scales || !model->temperature().device().is_cpu()) return nullptr;
    return std::shared_ptr<const PhraseDecoder>(new PhraseDecoder(model));
}

PhraseDecoder::PhraseDecoder(GroundingModel& model) {
    const torch::NoGradGuard no_grad;
    const bool has_cosine = model->options().attenuation == Attenuation::projection_cosine;
    const Factors factors = has_cosine ? Factors{projection_cosine_scale, cosine_channel_scale} : Factors{};
    const std::vector<FoldedBlock> folded = model->decoder()->folded();
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const FoldedBlock& from = folded[i];
        const std::int64_t of_e = model->channels()[i], of_c = of_e + (has_cosine ? 1 : 0);
        const std::int64_t below = from.weight1.size(1) - of_c;
        const auto part = [&](std::int64_t first, std::int64_t count) {
            return as_taps(from.weight1.narrow(1, first, count), from.shortcut.narrow(1, first, count));
        };
        Block block;
        block.channels = from.weight1.size(0);
        block.of_e = part(0, of_e) * factors.e;
        if (has_cosine) block.of_cosine = part(of_e, 1) * factors.cosine;
        if (below > 0 && block.channels == 1) {
            block.below_taps = part(of_c, below);
        } else if (below > 0) {
            block.of_below = from.weight1.narrow(1, of_c, below).contiguous();
            block.of_below_shortcut = from.shortcut.narrow(1, of_c, below).contiguous();
        }
        block.bias1 = from.bias1.contiguous();
        block.shortcut_bias = from.shortcut_bias.contiguous();
        block.weight2 = from.weight2.contiguous();
        block.bias2 = from.bias2.contiguous();
        if (block.channels > 1) {
            const std::int64_t side =
                model->options().input_size / model->image_encoder().strides()[i];  // of most maps
            block.second = OneDnnConvolution::make(block.weight2, block.bias2, {{1, 1}, {1, 1}, {1, 1}, 1},
                                                   {1, block.channels, side, side});
        }
        blocks_.push_back(std::move(block));
    }
}

bool PhraseDecoder::fits(const std::vector<torch::Tensor>& e) const {
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < e.size(); ++i)
        bytes += e[i].size(0) * e[i].size(2) * e[i].size(3) * with_shortcut * blocks_[i].channels *
                 static_cast<std::int64_t>(sizeof(float));
    return bytes <= most_bytes;
}

PhraseDecoder::Photo PhraseDecoder::prepare(const std::vector<torch::Tensor>& e) const {
    const torch::NoGradGuard no_grad;
    Photo photo;
    for (std::size_t i = 0; i < e.size(); ++i) {
        const std::int64_t views = e[i].size(0), channels = e[i].size(1);
        const torch::Tensor pixels = e[i].permute({0, 2, 3, 1}).reshape({-1, channels});
        photo.levels.push_back({e[i].size(2), e[i].size(3),
                                torch::mm(pixels.to(torch::kFloat), blocks_[i].of_e)
                                    .view({views, -1, with_shortcut, blocks_[i].channels})});
    }
    return photo;
}

/// The second convolution of a block, with the shortcut.
torch::Tensor PhraseDecoder::finish(const Block& block, const torch::Tensor& sums,
                                    const torch::Tensor& shortcut, Activation activation) {
    if (block.second) return (*block.second)(sums, shortcut, activation);
    const torch::Tensor out =
        block.channels == 1
            ? convolve_one_channel(sums.contiguous(), block.weight2, block.bias2).add_(shortcut)
            : torch::conv2d(sums, block.weight2, block.bias2, 1, 1) + shortcut;
    return activation == Activation::relu ? out.relu() : out;
}

torch::Tensor PhraseDecoder::run_block(const Block& block, const Photo::Level& level,
                                       const torch::Tensor& cosine, const torch::Tensor& below,
                                       bool last) const {
    const std::int64_t views = cosine.size(0), phrases = cosine.size(1);
    const std::int64_t pixels = level.height * level.width, size = pixels * block.channels;
    const torch::Tensor plain = cosine.contiguous();
    torch::Tensor sums = torch::empty({views * phrases, level.height, level.width, block.channels});
    torch::Tensor shortcut = torch::empty_like(sums);
    const auto compute = [&](std::int64_t first, std::int64_t end) {
        for (std::int64_t row = first; row < end; ++row)
            sum_taps({level.taps.const_data_ptr<float>() + row / phrases * with_shortcut * size,
                      block.of_cosine.defined() ? block.of_cosine.const_data_ptr<float>() : nullptr,
                      level.height, level.width, block.channels},
                     plain.const_data_ptr<float>() + row * pixels, block.bias1.const_data_ptr<float>(),
                     block.shortcut_bias.const_data_ptr<float>(), sums.mutable_data_ptr<float>() + row * size,
                     shortcut.mutable_data_ptr<float>() + row * size);
    };
    at::parallel_for(0, views * phrases, 1, compute);
    OperationMeter::count(2.0 * with_shortcut * static_cast<double>(views * phrases * size));
    sums = sums.permute({0, 3, 1, 2});  // channels last
    shortcut = shortcut.permute({0, 3, 1, 2});
    if (below.defined() && block.below_taps.defined()) {
        // A convolution to one channel is cheaper before U than after it.
        const torch::Tensor small = below.permute({0, 2, 3, 1});
        const torch::Tensor maps =
            upsample(torch::matmul(small, block.below_taps).permute({0, 3, 1, 2}).contiguous(), level)
                .contiguous();
        sums = sum_moved(maps).add_(sums);
        shortcut = maps.narrow(1, taps, 1).add(shortcut);
    } else if (below.defined()) {
        const torch::Tensor large = upsample(below, level);
        sums = sums + torch::conv2d(large, block.of_below, {}, 1, 1);
        shortcut = shortcut + torch::conv2d(large, block.of_below_shortcut);
    }
    return finish(block, sums.relu_(), shortcut, last ? Activation::none : Activation::relu);
}

torch::Tensor PhraseDecoder::decode(const Photo& photo, const std::vector<torch::Tensor>& cosines) const {
    const torch::NoGradGuard no_grad;
    torch::Tensor out;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
        out = run_block(blocks_[i], photo.levels[i], cosines[i], out, i + 1 == blocks_.size());
    return torch::sigmoid(out).view({cosines[0].size(0), cosines[0].size(1), out.size(2), out.size(3)});
}

}  // namespace gbs
