// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/data/annotated_image.h"

namespace gbs {

/// A shape of labelme as its reader takes it.
struct LabelmeShape {
    std::string phrase;
    BoundingBox box;                  ///< around it
    std::vector<ShapePoint> corners;  ///< of an outline or a point
    bool is_point = false;
};

/// Nothing if the shape cannot be used in an image of this size.
std::optional<LabelmeShape> read_labelme_shape(const nlohmann::json& shape, int width, int height);

}  // namespace gbs
