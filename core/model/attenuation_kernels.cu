// SPDX-License-Identifier: GPL-3.0-or-later

#include <cuda_runtime.h>

#include "core/model/attenuation_kernels.h"

namespace gbs {
namespace {

constexpr float epsilon = 1e-6f;
constexpr int threads = 128;

/// Computes unit(w) of one row in shared memory, with all threads of the block.
__device__ void load_unit_text(const float* w, float* text, int channels) {
    __shared__ float partial[threads];
    float sum = 0;
    for (int c = threadIdx.x; c < channels; c += threads) sum += w[c] * w[c];
    partial[threadIdx.x] = sum;
    __syncthreads();
    for (int half = threads / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) partial[threadIdx.x] += partial[threadIdx.x + half];
        __syncthreads();
    }
    const float norm = fmaxf(sqrtf(partial[0]), epsilon);
    for (int c = threadIdx.x; c < channels; c += threads) text[c] = w[c] / norm;
    __syncthreads();
}

/// One thread per pixel, so that neighboring threads read neighboring pixels of a channel.
template <bool distance>
__global__ void attenuate_kernel(const float* e, const float* w, float* out, int channels, long long pixels,
                                 float scale) {
    extern __shared__ float text[];
    const long long row = blockIdx.y;
    load_unit_text(w + row * channels, text, channels);
    const long long pixel = static_cast<long long>(blockIdx.x) * threads + threadIdx.x;
    if (pixel >= pixels) return;
    const float* in = e + row * channels * pixels + pixel;
    float* result = out + row * channels * pixels + pixel;

    float squares = 0, dot = 0;
    for (int c = 0; c < channels; ++c) {
        const float value = in[c * pixels];
        squares += value * value;
        dot += value * text[c];
    }
    const float inverse = 1 / fmaxf(sqrtf(squares), epsilon);
    const float cosine = fmaxf(dot * inverse, 0.f);
    for (int c = 0; c < channels; ++c) {
        const float value = in[c * pixels];
        result[c * pixels] =
            distance ? expf(-scale * fabsf(value * inverse - text[c])) * value : cosine * value;
    }
}

template <bool distance>
const char* launch(const float* e, const float* w, float* out, std::int64_t batch, std::int64_t channels,
                   std::int64_t pixels, float scale, void* stream) {
    if (batch == 0 || pixels == 0) return nullptr;
    const dim3 blocks(static_cast<unsigned>((pixels + threads - 1) / threads), static_cast<unsigned>(batch));
    const std::size_t shared = static_cast<std::size_t>(channels) * sizeof(float);
    attenuate_kernel<distance><<<blocks, threads, shared, static_cast<cudaStream_t>(stream)>>>(
        e, w, out, static_cast<int>(channels), static_cast<long long>(pixels), scale);
    const cudaError_t status = cudaGetLastError();
    return status == cudaSuccess ? nullptr : cudaGetErrorString(status);
}

}  // namespace

const char* launch_distance(const float* e, const float* w, float* out, std::int64_t batch,
                            std::int64_t channels, std::int64_t pixels, float scale, void* stream) {
    return launch<true>(e, w, out, batch, channels, pixels, scale, stream);
}

const char* launch_projection(const float* e, const float* w, float* out, std::int64_t batch,
                              std::int64_t channels, std::int64_t pixels, void* stream) {
    return launch<false>(e, w, out, batch, channels, pixels, 1.f, stream);
}

}  // namespace gbs
