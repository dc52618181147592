// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"
#include "core/image/image.h"

namespace gbs::training {

/// Strengths of the image augmentation (section 4.2 (xi) of the paper, docs/method.md, section 4).
struct AugmentationOptions {
    Range crop_area = {0.5, 1};  ///< part of the photo's area that is kept
    /// Largest factor by which the crop is wider or narrower than the photo, drawn on a log scale; a crop
    /// of that shape may not fit into the photo, then it is as wide or as high as the photo.
    double crop_aspect = 1;
    double flip = 0.5;        ///< probability of a mirror image
    bool swap_sides = true;   ///< exchange "left" and "right" in the captions of a mirror image
    double brightness = 0.4;  ///< factor from U(1 - b, 1 + b), at least 0
    double contrast = 0.4;    ///< likewise
    double saturation = 0.4;  ///< likewise
    double hue = 0.1;         ///< rotation of the hue from U(-h, h), in turns
    double grey = 0.2;        ///< probability of a gray image
};

/// Color changes of one photo. The defaults change nothing.
struct ColorJitter {
    double brightness = 1;
    double contrast = 1;
    double saturation = 1;
    double hue = 0;
    bool grey = false;
};

struct AugmentedPhoto {
    Image image;  ///< `size` x `size`; the aspect ratio changes
    std::vector<std::string>
        captions;  ///< with left and right exchanged if `flipped`, unless `swap_sides` is off
    bool flipped = false;
};

/// Crops, resizes to a square, flips, changes colors, in this order. Throws Error for a photo without pixels
/// and a size outside 1 to 8192.
AugmentedPhoto augment(const Image& photo, std::vector<std::string> captions,
                       const AugmentationOptions& options, int size, Random& random);

/// Brightness, contrast, saturation, hue and gray, in this order, as torchvision's `adjust_*` and
/// `rgb_to_grayscale` on float images in [0, 1], clamped after each step and rounded to 8 bits at the end.
/// (torchvision's ColorJitter shuffles the order.)
void apply_colors(Image& image, const ColorJitter& jitter);

/// Throws Error if the rectangle is empty or reaches outside of the image.
Image crop_image(const Image& image, int x, int y, int width, int height);
Image mirror_image(const Image& image);

/// Exchanges left/right, leftmost/rightmost, leftward(s)/rightward(s), lefthand/righthand and lefty/righty as
/// whole words, keeping their case (left, Left, LEFT). A hyphen ends a word, so left-hand becomes right-hand;
/// "bright" and "leftover" stay. "left" as a form of "leave" and "right" as "correct" are exchanged too: they
/// are rare in captions of photos, and telling them apart would need a parser.
std::string swap_left_right(std::string_view caption);

}  // namespace gbs::training
