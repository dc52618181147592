// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

// The passes over memory of a batch norm with its activation. Matrices are row-major, [rows, channels]; vectors have
// `channels` entries.
namespace gbs {

/// y = (x - mean) * scale + bias, then limited to low..high.
struct NormPass {
    const float *mean = nullptr, *scale = nullptr, *bias = nullptr;
    float low = 0, high = 0;
};

/// mean: of the rows; squares: the sum of the squared deviations from it.
void norm_statistics(const float* x, std::int64_t rows, std::int64_t channels, float* mean, float* squares);
void norm_forward(const float* x, std::int64_t rows, std::int64_t channels, const NormPass& to, float* y);
/// The gradients dy where y was not limited: their sum, and the sum of their products with x - mean.
void norm_backward_sums(const float* x, const float* dy, std::int64_t rows, std::int64_t channels,
                        const NormPass& to, float* sum, float* product);
/// dx = scale * dy - slope * (x - mean) - offset, with dy as above.
void norm_backward(const float* x, const float* dy, std::int64_t rows, std::int64_t channels,
                   const NormPass& to, const float* slope, const float* offset, float* dx);

}  // namespace gbs
