// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/byte_progress.h"
#include "core/image/photo_names.h"

namespace gbs {

/// Continuous edges in pixels of the image: (0, 0) is the outer corner of the first pixel, x2 = width the
/// outer edge of the last column. COCO's [x, y, width, height] is [x, y, x + width, y + height] here.
struct DetectorBox {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double score = 1;  ///< 0 to 1
};

/// The boxes of a phrase or a class.
struct DetectorAnswer {
    std::string name;  ///< the phrase or the class
    bool is_class = false;
    std::vector<DetectorBox> boxes;
};

/// All boxes of one image.
struct DetectorImage {
    std::string image;  ///< its name in the file
    int width = 0;      ///< of the image that the boxes refer to; 0 if unknown
    int height = 0;
    std::vector<DetectorAnswer> answers;
};

/// The boxes of a detector for a phrase of an image, in pixels of the requested size.
struct DetectorMatch {
    enum class Kind { none, phrase, label };

    Kind kind = Kind::none;
    std::string name;  ///< the phrase or class that matched
    std::vector<DetectorBox> boxes;
};

/// The boxes of a detector by image and by phrase or class.
class DetectorBoxes {
 public:
    static constexpr std::size_t max_boxes_per_answer = 10'000;

    /// The image that the name means (photo_names.h); null if there is none or the name fits several.
    const DetectorImage* find(std::string_view image) const;

    /// The boxes given for this phrase (ignoring case, punctuation and spaces), else those of the class that
    /// the phrase is about (class_words.h), else none. If the file gives the size of the image, boxes are
    /// scaled from it to `width` x `height` (0: not scaled).
    DetectorMatch boxes_for(std::string_view image, std::string_view phrase, int width = 0,
                            int height = 0) const;

    const std::vector<DetectorImage>& images() const { return images_; }
    std::size_t boxes() const;  ///< total count
    /// Skipped boxes, lines and entries, by reason.
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }

    /// Adds a box, or counts it as skipped by reason: not a number, score outside 0 to 1, inverted, without
    /// area, outside the image (by more than a pixel; less is clipped), too many boxes. A `width` and
    /// `height` of 0 mean unknown.
    void add(const std::string& image, int width, int height, const std::string& name, bool is_class,
             const DetectorBox& box);
    /// Records that the detector searched for the phrase or class, even if it found no box.
    void add_answer(const std::string& image, int width, int height, const std::string& name, bool is_class);
    void skip(const std::string& reason, std::size_t count = 1) { skipped_[reason] += count; }

 private:
    DetectorImage* find_or_add_image(const std::string& image, int width, int height);
    DetectorAnswer& find_or_add_answer(DetectorImage& image, const std::string& name, bool is_class);

    std::vector<DetectorImage> images_;
    std::unordered_map<std::string, std::size_t> index_;  ///< by normalized name
    PhotoNames names_;
    std::unordered_map<std::string, std::size_t> answers_;  ///< by image, kind and name
    std::map<std::string, std::size_t> skipped_;
};

/// Reads the boxes of a detector. The format is recognized by the contents of the file:
/// - JSONL, one object per line: {"image", "phrase", "width", "height", "boxes": [[x1, y1, x2, y2],
///   ...], "scores": [...]}. Without "phrase" the boxes are of a class: "label" for all of them, or
///   "labels", one per box. "width" and "height" (of the image that the detector saw) and "scores"
///   (default 1) are optional.
/// - COCO results: [{"image_id", "category_id", "bbox": [x, y, w, h], "score"}, ...]; `instances` is the COCO
///   file with the "images" and "categories" that the ids refer to.
/// - COCO instances: "images", "categories" and "annotations"; the ground truth as a perfect detector,
///   score 1.
///
/// Unusable entries are skipped and counted by reason. Large files are streamed. Throws Error if a file is
/// missing or has another format, or if no usable box is left; Cancelled.
DetectorBoxes read_detector_boxes(const std::filesystem::path& file,
                                  const std::filesystem::path& instances = {},
                                  const ByteProgress& progress = {}, std::stop_token stop = {});

}  // namespace gbs
