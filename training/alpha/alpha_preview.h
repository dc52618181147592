// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

#include "core/image/heatmap.h"
#include "core/image/image.h"
#include "training/alpha/alpha_maps.h"

// What the trainer would blend, without a trainer: for looking at the generators of alpha maps.
namespace gbs::training {

/// I_b = alpha I_1 + (1 - alpha) I_2 of two photos of alpha's size (Error otherwise). Where alpha has a
/// rectangle (scale_shift), I_1 is shrunk into it.
Image blend_images(const Image& photo1, const Image& photo2, const AlphaMap& alpha);

struct AlphaDraw {
    AlphaKind kind = AlphaKind::perlin;
    Heatmap alpha;
    Image blend;
    double mean = 0;    ///< of alpha: the part of the blend that is I_1
    double signal = 0;  ///< 2 Var alpha, the L_sep of a decoder that answers the mean everywhere
    /// Parts of the pixels by alpha: equal steps of [0, 1], the last one with 1 in it. They add up to 1.
    std::array<double, 32> histogram{};
};

/// Draw number `index` of `kind`. Each (seed, index) gives the same map again. Both photos must be squares of
/// one size (Error otherwise).
AlphaDraw draw_alpha(AlphaKind kind, const AlphaOptions& options, std::uint64_t seed, std::uint64_t index,
                     const Image& photo1, const Image& photo2);

/// The kinds of a batch of `count` blends, as the trainer would share them out.
std::vector<AlphaKind> draw_mix(const AlphaMix& mix, std::uint64_t seed, int count);

}  // namespace gbs::training
