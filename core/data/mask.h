// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace gbs {

/// What a map must point into.
enum class Region { boxes, masks };

/// The pixels of an image that belong to a thing: inside any of its rings, or any of its lists of runs.
class Mask {
 public:
    /// Corners of a polygon in pixels; (0, 0) is the outer corner of the first pixel. A pixel is inside if its center is,
    /// by the even-odd rule; of centers on an edge, those on a left or upper one are inside.
    using Ring = std::vector<std::array<double, 2>>;
    /// Where the runs of COCO end: in column-major order, alternately outside and inside, starting outside. The last
    /// one is the number of pixels.
    using RunEnds = std::vector<std::uint64_t>;

    /// Of an image of this size. Throws Error if runs do not end with its last pixel, or go backward.
    Mask(int width, int height, std::vector<Ring> rings, std::vector<RunEnds> runs = {});

    /// Of a pixel (0-based) of the image.
    bool contains(int x, int y) const;
    /// Sets the pixels (row-major) of a picture of the image whose centers are inside to 1, and leaves the others.
    void fill(std::span<char> picture, int width, int height) const;

 private:
    int width_, height_;
    std::vector<Ring> rings_;
    std::vector<RunEnds> runs_;
};

/// Pixels of a rectangle, row by row; not 0: inside.
struct MaskPicture {
    int width = 0, height = 0;
    std::vector<unsigned char> pixels;
};

/// A picture that is part of another one.
struct PlacedPicture {
    int left = 0, top = 0;  ///< of its first pixel in the other one
    MaskPicture picture;
};
/// The part that has all pixels inside. Nothing if there is none.
std::optional<PlacedPicture> trim(const MaskPicture& picture);

/// The mask of an image that a picture is a part of; what reaches beyond the image is cut.
std::shared_ptr<const Mask> make_mask(int width, int height, int left, int top, const MaskPicture& picture);

}  // namespace gbs
