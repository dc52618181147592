// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/norm_passes.h"

#include <algorithm>

#include "core/base/processor.h"

namespace gbs {
namespace {

/// The gradient before the limits. Without a branch, so that loops become vector instructions.
inline float passed(float y, float dy, float low, float high) {
    return static_cast<int>(y > low) & static_cast<int>(y < high) ? dy : 0.0F;
}

}  // namespace

GBS_FOR_EACH_PROCESSOR
void norm_statistics(const float* x, std::int64_t rows, std::int64_t channels, float* __restrict mean,
                     float* __restrict squares) {
    std::fill_n(mean, channels, 0.0F);
    std::fill_n(squares, channels, 0.0F);
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t c = 0; c < channels; ++c) mean[c] += x[row * channels + c];
    const float each = 1.0F / static_cast<float>(rows);
    for (std::int64_t c = 0; c < channels; ++c) mean[c] *= each;
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t c = 0; c < channels; ++c) {
            const float deviation = x[row * channels + c] - mean[c];
            squares[c] += deviation * deviation;
        }
}

GBS_FOR_EACH_PROCESSOR
void norm_forward(const float* x, std::int64_t rows, std::int64_t channels, const NormPass& to,
                  float* __restrict y) {
    const float *mean = to.mean, *scale = to.scale, *bias = to.bias;
    const float low = to.low, high = to.high;
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t c = 0; c < channels; ++c)
            y[row * channels + c] =
                std::min(std::max((x[row * channels + c] - mean[c]) * scale[c] + bias[c], low), high);
}

GBS_FOR_EACH_PROCESSOR
void norm_backward_sums(const float* x, const float* dy, std::int64_t rows, std::int64_t channels,
                        const NormPass& to, float* __restrict sum, float* __restrict product) {
    const float *mean = to.mean, *scale = to.scale, *bias = to.bias;
    const float low = to.low, high = to.high;
    std::fill_n(sum, channels, 0.0F);
    std::fill_n(product, channels, 0.0F);
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t c = 0; c < channels; ++c) {
            const float deviation = x[row * channels + c] - mean[c];
            const float gradient = passed(deviation * scale[c] + bias[c], dy[row * channels + c], low, high);
            sum[c] += gradient;
            product[c] += gradient * deviation;
        }
}

GBS_FOR_EACH_PROCESSOR
void norm_backward(const float* x, const float* dy, std::int64_t rows, std::int64_t channels,
                   const NormPass& to, const float* slope, const float* offset, float* __restrict dx) {
    const float *mean = to.mean, *scale = to.scale, *bias = to.bias;
    const float low = to.low, high = to.high;
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t c = 0; c < channels; ++c) {
            const float deviation = x[row * channels + c] - mean[c];
            const float gradient = passed(deviation * scale[c] + bias[c], dy[row * channels + c], low, high);
            dx[row * channels + c] = scale[c] * gradient - slope[c] * deviation - offset[c];
        }
}

}  // namespace gbs
