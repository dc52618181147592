// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/image/image.h"

namespace gbs::training {

/// Part of a training photo, as a photo of its own (option distill.close_ups). Photos of data sets show whole scenes; a person
/// who opens a photo of one large thing needs a model that has seen such photos.
struct CloseUp {
    std::size_t photo = 0;             ///< of the set
    double left = 0, top = 0;          ///< parts of the photo's width and height, 0 to 1
    double size = 1;                   ///< side, as a part of both: the shape is that of the photo
    std::vector<std::string> phrases;  ///< those that the teacher finds inside; its captions
};

Image crop(const Image& photo, const CloseUp& to);

}  // namespace gbs::training
