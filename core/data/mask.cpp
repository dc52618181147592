// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/mask.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"

namespace gbs {
namespace {

/// Where the edges of a ring cross the horizontal line, from left to right. Points with an odd number of them at or left
/// of them are inside.
std::vector<double> find_crossings(const Mask::Ring& ring, double y) {
    std::vector<double> crossings;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto [x1, y1] = ring[i];
        const auto [x2, y2] = ring[(i + 1) % ring.size()];
        if ((y1 <= y) != (y2 <= y)) crossings.push_back(x1 + (y - y1) / (y2 - y1) * (x2 - x1));
    }
    std::ranges::sort(crossings);
    return crossings;
}

void fill_ring(const Mask::Ring& ring, std::span<char> picture, int width, int height, double across,
               double down) {
    // The first pixel whose center is at or right of the crossing.
    const auto column = [&](double crossing) {
        return static_cast<std::ptrdiff_t>(
            std::clamp(std::ceil(crossing / across - 0.5), 0.0, double(width)));
    };
    for (int y = 0; y < height; ++y) {
        const auto crossings = find_crossings(ring, (y + 0.5) * down);
        const auto row = picture.begin() + static_cast<std::ptrdiff_t>(y) * width;
        for (std::size_t i = 1; i < crossings.size(); i += 2)
            std::fill(row + column(crossings[i - 1]), row + column(crossings[i]), char{1});
    }
}

/// The pixel of the image under the center of a pixel of the picture.
std::uint64_t source_pixel(int pixel, double scale, int side) {
    return static_cast<std::uint64_t>(std::min(static_cast<int>((pixel + 0.5) * scale), side - 1));
}

}  // namespace

Mask::Mask(int width, int height, std::vector<Ring> rings, std::vector<RunEnds> runs)
    : width_(width), height_(height), rings_(std::move(rings)), runs_(std::move(runs)) {
    for (const RunEnds& ends : runs_)
        if (!std::ranges::is_sorted(ends) || ends.empty() ||
            ends.back() != static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height))
            throw Error("the run lengths of a mask do not add up to the pixels of its image");
}

bool Mask::contains(int x, int y) const {
    const auto pixel =
        static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(height_) + static_cast<std::uint64_t>(y);
    const auto in_runs = [&](const RunEnds& ends) {
        return (std::ranges::upper_bound(ends, pixel) - ends.begin()) % 2 == 1;
    };
    const auto in_ring = [&](const Ring& ring) {
        const auto crossings = find_crossings(ring, y + 0.5);
        return (std::ranges::upper_bound(crossings, x + 0.5) - crossings.begin()) % 2 == 1;
    };
    return std::ranges::any_of(runs_, in_runs) || std::ranges::any_of(rings_, in_ring);
}

void Mask::fill(std::span<char> picture, int width, int height) const {
    const double across = double(width_) / width, down = double(height_) / height;
    for (const Ring& ring : rings_) fill_ring(ring, picture, width, height, across, down);
    for (const RunEnds& ends : runs_)
        for (int x = 0; x < width; ++x) {
            const std::uint64_t column =
                source_pixel(x, across, width_) * static_cast<std::uint64_t>(height_);
            auto run = std::ranges::upper_bound(ends, column);
            for (int y = 0; y < height; ++y) {
                const std::uint64_t pixel = column + source_pixel(y, down, height_);
                while (*run <= pixel) ++run;
                if ((run - ends.begin()) % 2 == 1)
                    picture[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                            static_cast<std::size_t>(x)] = 1;
            }
        }
}

std::optional<PlacedPicture> trim(const MaskPicture& picture) {
    const auto row = [&](int y) {
        return std::span(picture.pixels)
            .subspan(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width),
                     static_cast<std::size_t>(picture.width));
    };
    int left = picture.width, top = picture.height, right = 0, bottom = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            if (row(y)[static_cast<std::size_t>(x)] == 0) continue;
            left = std::min(left, x);
            right = std::max(right, x + 1);
            top = std::min(top, y);
            bottom = y + 1;
        }
    if (right <= left) return {};
    PlacedPicture part{left, top, {right - left, bottom - top, {}}};
    for (int y = top; y < bottom; ++y) {
        const auto kept =
            row(y).subspan(static_cast<std::size_t>(left), static_cast<std::size_t>(right - left));
        part.picture.pixels.insert(part.picture.pixels.end(), kept.begin(), kept.end());
    }
    return part;
}

std::shared_ptr<const Mask> make_mask(int width, int height, int left, int top, const MaskPicture& picture) {
    Mask::RunEnds ends;
    bool inside = false;
    // Column by column; only columns of the picture have pixels inside.
    for (int x = std::max(left, 0); x < std::min(left + picture.width, width); ++x)
        for (int y = std::max(top, 0); y < std::min(top + picture.height, height); ++y) {
            const std::uint64_t pixel = static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(height) +
                                        static_cast<std::uint64_t>(y);
            const bool here =
                picture.pixels[static_cast<std::size_t>(y - top) * static_cast<std::size_t>(picture.width) +
                               static_cast<std::size_t>(x - left)] != 0;
            if (here != inside) ends.push_back(pixel);
            inside = here;
            if (inside && y + 1 == std::min(top + picture.height, height)) {
                ends.push_back(pixel + 1);
                inside = false;
            }
        }
    ends.push_back(static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height));
    return std::make_shared<const Mask>(width, height, std::vector<Mask::Ring>(),
                                        std::vector<Mask::RunEnds>{std::move(ends)});
}

}  // namespace gbs
