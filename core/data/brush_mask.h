// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "core/data/mask.h"

namespace gbs {

/// What Label Studio's brush has painted in an image of this size: the bytes of an RGBA picture as runs of bits (the format
/// rle-pack), whose opacity is the mask. `value` may be null. Nothing if it is not such a picture of this size.
std::optional<MaskPicture> read_brush_mask(const nlohmann::json* value, int width, int height);

}  // namespace gbs
