// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/alpha/alpha_preview.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "training/alpha/alpha_generators.h"

namespace gbs::training {
namespace {

/// I_1 as it appears in the blend: unchanged, or shrunk into the rectangle on black.
Image foreground(const Image& photo, const AlphaMap& alpha) {
    if (!alpha.paste) return photo;
    const PasteRectangle& place = *alpha.paste;
    const Image small = resize_image(photo, place.width, place.height);
    Image canvas{photo.width, photo.height, std::vector<std::uint8_t>(photo.rgb.size())};
    for (int y = 0; y < place.height; ++y) {
        const auto row = small.rgb.begin() + static_cast<std::ptrdiff_t>(y) * place.width * 3;
        std::copy(
            row, row + std::ptrdiff_t{place.width} * 3,
            canvas.rgb.begin() + (static_cast<std::ptrdiff_t>(place.y + y) * photo.width + place.x) * 3);
    }
    return canvas;
}

}  // namespace

Image blend_images(const Image& photo1, const Image& photo2, const AlphaMap& alpha) {
    for (const Image* const photo : {&photo1, &photo2})
        if (photo->width != alpha.size || photo->height != alpha.size)
            throw Error("both photos of a blend must have the size of its alpha map, " +
                        std::to_string(alpha.size) + " pixels per side");
    const Image first = foreground(photo1, alpha);
    Image blend{alpha.size, alpha.size, std::vector<std::uint8_t>(first.rgb.size())};
    for (std::size_t pixel = 0; pixel < alpha.values.size(); ++pixel)
        for (std::size_t c = 3 * pixel; c < 3 * pixel + 3; ++c)
            blend.rgb[c] = static_cast<std::uint8_t>(
                std::lround(alpha.values[pixel] * first.rgb[c] + (1 - alpha.values[pixel]) * photo2.rgb[c]));
    return blend;
}

AlphaDraw draw_alpha(AlphaKind kind, const AlphaOptions& options, std::uint64_t seed, std::uint64_t index,
                     const Image& photo1, const Image& photo2) {
    options.validate();
    Random random(seed, index, static_cast<std::uint64_t>(kind));
    const AlphaMap alpha = make_alpha(kind, options, photo1.width, random);
    AlphaDraw draw;
    draw.kind = kind;
    draw.blend = blend_images(photo1, photo2, alpha);
    draw.signal = alpha_signal(alpha);
    const double share = 1.0 / static_cast<double>(alpha.values.size());
    const auto bins = static_cast<int>(draw.histogram.size());
    for (const float value : alpha.values) {
        draw.mean += value * share;
        draw.histogram[static_cast<std::size_t>(std::clamp(static_cast<int>(value * bins), 0, bins - 1))] +=
            share;
    }
    draw.alpha = Heatmap(alpha.size, alpha.size, alpha.values);
    return draw;
}

std::vector<AlphaKind> draw_mix(const AlphaMix& mix, std::uint64_t seed, int count) {
    validate(mix);
    Random random(seed);
    return assign_alphas(mix, count, random);
}

}  // namespace gbs::training
