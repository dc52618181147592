// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/speed/machine_peaks.h"

#include <algorithm>

#include "core/speed/timing.h"
#include "core/tensor/torch.h"

namespace gbs {

double MachinePeaks::milliseconds(double flop, double bytes) const {
    return std::max(flop / gflops, bytes / gbytes) / 1e6;
}

MachinePeaks measure_peaks() {
    const torch::NoGradGuard no_grad;
    const int usual = at::get_num_threads();
    at::set_num_threads(1);
    constexpr std::int64_t channels = 256, side = 56;
    const torch::Tensor x =
        torch::randn({1, channels, side, side}).contiguous(torch::MemoryFormat::ChannelsLast);
    const torch::Tensor weight =
        torch::randn({channels, channels, 3, 3}).contiguous(torch::MemoryFormat::ChannelsLast);
    const Timing convolution = time_repeatedly([&] { torch::conv2d(x, weight, {}, 1, 1); }, 5, 0.3);
    const torch::Tensor from = torch::ones({16 << 20}), to = torch::empty_like(from);
    const Timing copy = time_repeatedly([&] { to.copy_(from); }, 5, 0.3);
    at::set_num_threads(usual);
    const double flop = 2.0 * side * side * channels * channels * 9;
    // The lowest times: the peak is what is possible.
    return {flop / convolution.lowest / 1e6, 2.0 * static_cast<double>(from.nbytes()) / copy.lowest / 1e6};
}

}  // namespace gbs
