// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <mutex>
#include <string>

#include "core/image/image.h"

namespace gbs {

/// How the shapes of two pictures relate.
enum class ShapeFit {
    same,       ///< the same aspect ratio, within the rounding of a resize
    exchanged,  ///< the same aspect ratio once width and height of one are exchanged
    stretched,  ///< another aspect ratio
};
ShapeFit compare_shapes(const ImageSize& a, const ImageSize& b);

/// "500 x 375".
std::string describe(const ImageSize& size);

/// Counts what is used although it is scaled without keeping its aspect ratio. Thread-safe.
class StretchCount {
 public:
    /// `example` is kept of the first one: what has which size.
    void add(const std::string& example);
    /// One warning about all of them: `what`, their number and the first one; empty without any.
    std::string warning(const std::string& what) const;

 private:
    mutable std::mutex mutex_;
    std::size_t count_ = 0;
    std::string example_;
};

/// Compares photos with the sizes that a table of boxes gives them. Thread-safe.
class PhotoShapes {
 public:
    /// Why the boxes cannot be used on the photo, or empty. Photos of another aspect ratio are counted: a data set may
    /// be resized to squares.
    std::string find_fault(const std::string& image, const ImageSize& photo, const ImageSize& table);
    /// One warning about the counted photos, or empty.
    std::string warning() const;

 private:
    StretchCount stretched_;
};

}  // namespace gbs
