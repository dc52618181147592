// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/close_up.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "training/data/augmentation.h"

namespace gbs::training {

Image crop(const Image& photo, const CloseUp& to) {
    const auto span = [&](int pixels, double from) {
        const int length = std::max(1, static_cast<int>(std::lround(to.size * pixels)));
        return std::pair{std::min(static_cast<int>(std::lround(from * pixels)), pixels - length), length};
    };
    const auto [x, width] = span(photo.width, to.left);
    const auto [y, height] = span(photo.height, to.top);
    return crop_image(photo, x, y, width, height);
}

}  // namespace gbs::training
