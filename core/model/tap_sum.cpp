// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/tap_sum.h"

#include <algorithm>

#include "core/base/processor.h"

namespace gbs {
namespace {

constexpr std::int64_t taps = 9, with_shortcut = 10;

/// sums += factor * weights.
inline void add(float* sums, const float* weights, float factor, std::int64_t channels) {
    for (std::int64_t o = 0; o < channels; ++o) sums[o] += factor * weights[o];
}

}  // namespace

GBS_FOR_EACH_PROCESSOR
void sum_taps(const PhotoTaps& photo, const float* cosine, const float* bias, const float* shortcut_bias,
              float* sums, float* shortcut) {
    const std::int64_t height = photo.height, width = photo.width, channels = photo.channels;
    for (std::int64_t y = 0; y < height; ++y)
        for (std::int64_t x = 0; x < width; ++x) {
            const std::int64_t here = y * width + x;
            float* out = sums + here * channels;
            std::copy_n(bias, channels, out);
            for (std::int64_t k = 0; k < taps; ++k) {
                const std::int64_t row = y + k / 3 - 1, column = x + k % 3 - 1;
                if (row < 0 || row >= height || column < 0 || column >= width) continue;
                const std::int64_t pixel = row * width + column;
                const float c = cosine[pixel];
                if (c > 0) add(out, photo.of_e + (pixel * with_shortcut + k) * channels, c, channels);
                if (photo.of_cosine) add(out, photo.of_cosine + k * channels, c, channels);
            }
            float* straight = shortcut + here * channels;
            std::copy_n(shortcut_bias, channels, straight);
            const float c = cosine[here];
            if (c > 0) add(straight, photo.of_e + (here * with_shortcut + taps) * channels, c, channels);
            if (photo.of_cosine) add(straight, photo.of_cosine + taps * channels, c, channels);
        }
}

GBS_FOR_EACH_PROCESSOR
void add_moved(const float* map, float factor, std::int64_t k, std::int64_t height, std::int64_t width,
               float* sum) {
    const std::int64_t down = k / 3 - 1, right = k % 3 - 1;
    const std::int64_t first_y = std::max<std::int64_t>(0, -down),
                       end_y = height - std::max<std::int64_t>(0, down);
    const std::int64_t first_x = std::max<std::int64_t>(0, -right),
                       end_x = width - std::max<std::int64_t>(0, right);
    for (std::int64_t y = first_y; y < end_y; ++y) {
        const float* from = map + (y + down) * width + right;
        float* to = sum + y * width;
        for (std::int64_t x = first_x; x < end_x; ++x) to[x] += factor * from[x];
    }
}

}  // namespace gbs
