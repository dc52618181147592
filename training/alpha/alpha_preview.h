// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

#include "core/image/heatmap.h"
#include "core/image/image.h"
#include "training/alpha/alpha_maps.h"
#include "training/alpha/alpha_mix.h"

// Blends as in training, for exploring the generators of alpha maps.
namespace gbs::training {

/// I_b = alpha I_1 + (1 - alpha) I_2. Throws Error unless both photos have alpha's size. If alpha has a
/// rectangle (scale_shift), I_1 is shrunk into it.
Image blend_images(const Image& photo1, const Image& photo2, const AlphaMap& alpha);

struct AlphaDraw {
    AlphaKind kind = AlphaKind::perlin;
    Heatmap alpha;
    Image blend;
    double mean = 0;    ///< of alpha: the part of I_1 in the blend
    double signal = 0;  ///< 2 Var alpha, see alpha_signal
    /// Share of the pixels per bin; equal bins of [0, 1], the last includes 1.
    std::array<double, 32> histogram{};
};

/// Draw number `index` of `kind`; reproducible for each (seed, index). Throws Error unless both photos are
/// squares of the same size.
AlphaDraw draw_alpha(AlphaKind kind, const AlphaOptions& options, std::uint64_t seed, std::uint64_t index,
                     const Image& photo1, const Image& photo2);

/// The kinds of a batch of `count` blends, as in training.
std::vector<AlphaKind> draw_mix(const AlphaMix& mix, std::uint64_t seed, int count);

}  // namespace gbs::training
