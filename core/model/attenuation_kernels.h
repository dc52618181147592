// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

// Text conditioning as a fused CUDA kernel for inference, without gradients: it reads E twice and writes C
// once, while torch's operations pass over E five times. Compiled if GBS_CUDA is on; otherwise torch's
// operations are used.
namespace gbs {

/// Eq. 5 and eq. 12. e: [batch, channels, pixels], w: [batch, channels], out: [batch, channels, pixels],
/// float32, contiguous, on the current device; `stream` is a cudaStream_t. Return nullptr, or CUDA's
/// error message.
const char* launch_distance(const float* e, const float* w, float* out, std::int64_t batch,
                            std::int64_t channels, std::int64_t pixels, float scale, void* stream);
const char* launch_projection(const float* e, const float* w, float* out, std::int64_t batch,
                              std::int64_t channels, std::int64_t pixels, void* stream);

}  // namespace gbs
