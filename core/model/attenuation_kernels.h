// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

// The text conditioning as one CUDA kernel: E is read twice and C written once, where torch's operations pass
// over E five times. For inference (no gradients). Compiled with nvcc when GBS_CUDA is on; elsewhere torch's
// operations serve.
namespace gbs {

/// e: [batch, channels, pixels], w: [batch, channels], out: [batch, channels, pixels], fp32, contiguous, on
/// the device of the current context; `stream` is a cudaStream_t. Return nullptr, or CUDA's message of what
/// went wrong.
const char* launch_distance(const float* e, const float* w, float* out, std::int64_t batch,
                            std::int64_t channels, std::int64_t pixels, float scale, void* stream);
const char* launch_projection(const float* e, const float* w, float* out, std::int64_t batch,
                              std::int64_t channels, std::int64_t pixels, void* stream);

}  // namespace gbs
