// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <unordered_map>

#include "core/detector/detector_boxes.h"

namespace gbs {

/// Takes the objects of a JSONL file of detector boxes. The keys, with what other programs call them:
/// - "image": file_name, filename, image_name, image_path
/// - "phrase": caption, query, text; or "label": labels, class, classes, category, ... (a text for all boxes,
///   or a list with one per box); or "phrases" (a list with one per box)
/// - "boxes": bboxes, box, bbox, pred_boxes; a list of four numbers or objects {xmin, ymin, xmax, ymax}, or
///   one list of 4n numbers
/// - "scores": score, confidence, confidences, logits (default 1)
/// - "width" and "height" of the image that the detector saw
/// - "format": "xyxy" (default), "xywh" or "cxcywh"
/// - "scale": the size that the image has in the unit of the boxes, such as 1 (relative) or 1000
///   (thousandths); "pixels" or "relative". Without it, boxes are in pixels, or relative if no box of the
///   file exceeds 1.
class DetectorLines {
 public:
    DetectorLines(DetectorBoxes& out, std::string file) : out_(out), file_(std::move(file)) {}

    /// Returns why the whole line is skipped, or null. Throws Error, which names `where` ("line 3"), for an unknown key,
    /// format or scale, and if a key has two of its names.
    const char* take(const nlohmann::json& line, const std::string& where);
    /// Checks what only the whole file shows. Throws Error if boxes are in a unit or order that was not
    /// stated and cannot be meant.
    void finish();

 private:
    const char* take_boxes(const nlohmann::json& line, const std::string& where);
    void check_share(const char* reason, const std::string& advice) const;

    DetectorBoxes& out_;
    std::string file_;
    std::size_t boxes_ = 0;
    double right_ = 0, bottom_ = 0;
    /// The farthest edge of the boxes of each image whose unit is not stated.
    std::unordered_map<std::string, double> reach_;
};

/// A line for such a file: the boxes of a phrase or class of an image, which the line calls `name`.
nlohmann::json detector_line(const std::string& name, const DetectorImage& image,
                             const DetectorAnswer& answer);

}  // namespace gbs
