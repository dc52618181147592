// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/shape_check.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace gbs {
namespace {

/// Each side of a resized picture is rounded to a pixel.
bool has_aspect_ratio(const ImageSize& a, const ImageSize& b) {
    const std::int64_t w = a.width, h = a.height, W = b.width, H = b.height;
    return std::abs(w * H - h * W) <= std::max(w + h, W + H);
}

}  // namespace

ShapeFit compare_shapes(const ImageSize& a, const ImageSize& b) {
    if (has_aspect_ratio(a, b)) return ShapeFit::same;
    return has_aspect_ratio({a.height, a.width}, b) ? ShapeFit::exchanged : ShapeFit::stretched;
}

std::string describe(const ImageSize& size) {
    return std::to_string(size.width) + " x " + std::to_string(size.height);
}

void StretchCount::add(const std::string& example) {
    const std::lock_guard lock(mutex_);
    if (count_++ == 0) example_ = example;
}

std::string StretchCount::warning(const std::string& what) const {
    const std::lock_guard lock(mutex_);
    if (count_ == 0) return {};
    return what + ": " + std::to_string(count_) + "; the first: " + example_;
}

std::string PhotoShapes::find_fault(const std::string& image, const ImageSize& photo,
                                    const ImageSize& table) {
    const ShapeFit fit = compare_shapes(photo, table);
    if (fit == ShapeFit::stretched)
        stretched_.add(image + " has " + describe(photo) + " pixels, in the table " + describe(table));
    if (fit != ShapeFit::exchanged) return {};
    return "the table gives the photo's width and height exchanged; give the size and the boxes of the photo as it "
           "is shown, turned by its EXIF orientation, or remove the orientation from the file";
}

std::string PhotoShapes::warning() const {
    return stretched_.warning(
        "photos have another aspect ratio than in the table, and its boxes are scaled to them (were they resized "
        "without keeping it?)");
}

}  // namespace gbs
