// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string>

#include "core/detector/detector_boxes.h"
#include "core/image/heatmap.h"
#include "core/image/image.h"
#include "core/image/map_look.h"

// The large pictures of a report, shown by a click on a small one, without a script. A photo is stored once; a map is a
// tiny gray picture that the reader's browser colors and lays over the photo, as sharp at any size as the program draws it.
namespace gbs {

/// The colors of `look` for all maps below, once in a document. Without the outline at a threshold.
std::string map_color_filter(const MapLook& look);

/// A photo of a document, drawn where pictures with this id refer to it.
std::string stored_photo(const std::string& id, const Image& photo);

/// What a link to "#id" shows over the whole page, until a click returns to the place `back`.
struct LargePicture {
    std::string id, back;
    std::string photo;  ///< the id of a stored photo
    int width = 0;      ///< of that photo
    int height = 0;
    std::string caption;  ///< markup
};
/// `peak` is in the pixels of that photo.
std::string large_map(const LargePicture& picture, const Heatmap& map, ValueRange range, const Peak& peak);
/// Boxes in continuous pixels of that photo, the best one last.
std::string large_boxes(const LargePicture& picture, std::span<const DetectorBox> boxes);

}  // namespace gbs
