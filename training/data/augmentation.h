// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"
#include "core/image/image.h"

namespace gbs::training {

/// Strengths of the image augmentation (section 4.2 (xi) of the paper, method.md row 19).
struct AugmentationOptions {
    Range crop_area = {0.5, 1};  ///< part of the photo's area that is kept
    Range crop_aspect = {1,
                         1};  ///< width : height of the crop, times that of the photo; drawn on a log scale
    double flip = 0.5;        ///< probability of a mirror image
    bool swap_left_right = true;  ///< captions of a mirrored photo have "left" and "right" exchanged
    double brightness = 0.4;      ///< factor from U(1 - b, 1 + b), not below 0
    double contrast = 0.4;        ///< the same
    double saturation = 0.4;      ///< the same
    double hue = 0.1;             ///< turn of the colour circle from U(-h, h); h at most 0.5 (half a turn)
    double grey = 0.2;            ///< probability of a grey image

    /// Nothing changed but the resize: for validation and for cached features.
    static AugmentationOptions none();
    /// Throws Error naming the key that is out of range.
    void validate() const;
};

/// The colours of one augmented photo: factors 1, 1, 1, turn 0 and grey false leave it as it is.
struct ColourJitter {
    double brightness = 1;
    double contrast = 1;
    double saturation = 1;
    double hue = 0;
    bool grey = false;
};

struct AugmentedPhoto {
    Image image;                        ///< `size` x `size`, aspect ratio not kept
    std::vector<std::string> captions;  ///< as given, with left and right exchanged if `flipped`
    bool flipped = false;
};

/// Crop, square resize, flip, colours, grey, in this order. The photo must have at least one pixel; size 1 to
/// 8192 (Error otherwise).
AugmentedPhoto augment(const Image& photo, std::vector<std::string> captions,
                       const AugmentationOptions& options, int size, Random& random);

/// Brightness, contrast, saturation, hue, grey, as torchvision's `adjust_*` and `rgb_to_grayscale` on float
/// images in [0, 1] (each step clamped). The order is fixed where torchvision's ColorJitter shuffles it.
/// Rounded once, at the end, to 8 bits.
void apply_colours(Image& image, const ColourJitter& jitter);

Image crop_image(const Image& image, int x, int y, int width, int height);
Image mirror_image(const Image& image);

/// Exchanges whole words, keeping their case (left, Left, LEFT): left/right, leftmost/rightmost, leftward(s)/
/// rightward(s), lefthand/righthand, lefty/righty. A hyphen ends a word (left-hand becomes right-hand);
/// letters, digits and bytes of other scripts do not ("bright", "leftover" stay). "left" as a form of "leave"
/// and "right" as "just" or "correct" are exchanged too: rare in captions of photos, and telling them apart
/// needs a parser.
std::string swap_left_right(std::string_view caption);

}  // namespace gbs::training
