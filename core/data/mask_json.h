// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>

#include "core/data/mask.h"
#include "core/data/query_collector.h"

namespace gbs {

/// The "segmentation" of a COCO annotation of an image of this size: polygons, run lengths as numbers or as COCO's text,
/// or a list of the latter. `value` may be null. Polygons of fewer than three corners are left out, as pycocotools does.
/// Null, and counted by the reason, if it is none of these, or of another size.
std::shared_ptr<const Mask> read_coco_mask(const nlohmann::json* value, int width, int height,
                                           QueryCollector& out);

}  // namespace gbs
