// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "core/report/existing_files.h"

namespace gbs {

/// labelme: a JSON for each photo, which X-AnyLabeling reads as well. COCO: instances.json. VOC: an XML with boxes for
/// each photo. YOLO: a text with boxes for each photo, and classes.txt. CVAT: annotations.xml ("CVAT for images 1.1").
enum class AnnotationFormat { labelme, coco, voc, yolo, cvat };
inline constexpr std::array all_annotation_formats{AnnotationFormat::labelme, AnnotationFormat::coco,
                                                   AnnotationFormat::voc, AnnotationFormat::yolo,
                                                   AnnotationFormat::cvat};
std::string_view annotation_format_name(AnnotationFormat format);  ///< "labelme", "coco", ...

/// Writes what maps propose, or what people have drawn and judged, for the tools that people annotate with.
///
/// A photo is {"photo": its path, "name", "width", "height", "places", "verdicts"}. A place is {"phrase", "kind":
/// "polygon", "box" or "point", "box": [left, top, right, bottom], "outline": [[x, y], ...] of a polygon or point}, in
/// pixels where (0, 0) is the outer corner of the first one, and may have "score", "verdict" and "note". "verdicts" may
/// have verdicts on phrases without a place, {PHRASE: VERDICT}. ExistingFiles::keep needs more (labelme_shapes.h). VOC and YOLO have the boxes around polygons and points,
/// YOLO no verdicts.
class AnnotationFiles {
 public:
    /// Creates the folder. Throws Error.
    AnnotationFiles(std::filesystem::path folder, AnnotationFormat format,
                    ExistingFiles existing = ExistingFiles::replace);
    ~AnnotationFiles();
    AnnotationFiles(const AnnotationFiles&) = delete;
    AnnotationFiles& operator=(const AnnotationFiles&) = delete;

    /// Writes the file of a photo, whole or not at all. Photos of one name in several folders get numbers.
    void add(const nlohmann::json& photo);
    /// Writes what belongs to all photos. Throws Error.
    void finish();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace gbs
