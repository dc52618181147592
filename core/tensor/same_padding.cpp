// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/same_padding.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gbs {
namespace {

/// Pads `x` if the padding is odd; otherwise leaves it to the layer, which pads without a copy. On return
/// `padding` is the layer's share.
torch::Tensor pad_odd(const torch::Tensor& x, std::array<std::int64_t, 2>& padding, double value) {
    const auto [vertical, horizontal] = padding;
    if (vertical % 2 == 0 && horizontal % 2 == 0) {
        padding = {vertical / 2, horizontal / 2};
        return x;
    }
    padding = {0, 0};
    return torch::constant_pad_nd(
        x, {horizontal / 2, horizontal - horizontal / 2, vertical / 2, vertical - vertical / 2}, value);
}

}  // namespace

std::array<std::int64_t, 2> same_padding(const torch::Tensor& x, std::int64_t kernel, std::int64_t stride) {
    const auto pad_side = [&](std::int64_t side) {
        const auto outputs = (side + stride - 1) / stride;
        return std::max<std::int64_t>((outputs - 1) * stride + kernel - side, 0);
    };
    return {pad_side(x.size(2)), pad_side(x.size(3))};
}

torch::Tensor convolve_same(torch::nn::Conv2d& layer, const torch::Tensor& x) {
    auto padding = same_padding(x, layer->options.kernel_size()->at(0), layer->options.stride()->at(0));
    const torch::Tensor input = pad_odd(x, padding, 0);
    return torch::conv2d(input, layer->weight, layer->bias, layer->options.stride(),
                         torch::IntArrayRef(padding), layer->options.dilation(), layer->options.groups());
}

torch::Tensor max_pool_same(const torch::Tensor& x, std::int64_t stride) {
    auto padding = same_padding(x, 3, stride);
    const torch::Tensor input = pad_odd(x, padding, -std::numeric_limits<double>::infinity());
    return torch::max_pool2d(input, 3, stride, torch::IntArrayRef(padding));
}

}  // namespace gbs
