// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace gbs {

/// What a photo adds to a convolution of conditioned features, at one level of one view. Row-major; `channels` O is that
/// of the convolution's output.
struct PhotoTaps {
    const float* of_e =
        nullptr;  ///< [h, w, 10, O]: W_k E at each pixel for the nine taps k, then the 1x1 shortcut
    const float* of_cosine = nullptr;  ///< [10, O]: weights of the channel that holds the cosine; null: none
    std::int64_t height = 0, width = 0, channels = 0;
};

/// The 3x3 convolution of C = c_+ E, and of the cosine c itself where it is a channel, with zeros around the map:
///   sums(x) = bias + sum_k c_+(x + k) (W_k E)(x + k) + c(x + k) V_k,   shortcut(x) = shortcut_bias + ... of k = 0.
/// cosine: [h, w] in [-1, 1], c_+ = max(c, 0). sums, shortcut: [h, w, O].
void sum_taps(const PhotoTaps& photo, const float* cosine, const float* bias, const float* shortcut_bias,
              float* sums, float* shortcut);

/// Adds factor * map, moved by tap k with zeros around it, to sum; both [height, width]: what tap k of a 3x3 convolution of
/// one channel does.
void add_moved(const float* map, float factor, std::int64_t k, std::int64_t height, std::int64_t width,
               float* sum);

}  // namespace gbs
